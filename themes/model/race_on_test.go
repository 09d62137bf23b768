//go:build race

package model_test

// raceDetector says that the tests run under the race detector, which allocates.
const raceDetector = true

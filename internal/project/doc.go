// Package project does the main job: it takes a folder of reports through
// every step, from bytes to briefing, and keeps what it read so that the next
// run reads only what is new.
//
// A run promises that nothing is written into the folder of reports, that
// every file met has one row with a status and a reason, that a file which
// hangs or exhausts memory harms no other, and that two runs over the same
// folder write the same bytes, whatever the number of workers. It uses no
// network and no clock.
package project

// Package datapackage writes tables for other programs: as CSV, as JSON Lines and
// as Parquet, with a data dictionary beside them that says what every column
// means (Data Package 2.0, https://datapackage.org).
//
// Promises: the same tables give the same bytes, and all three formats the same
// values. A number that is missing is null in JSON Lines and Parquet; in CSV it
// is empty or n/a, as the dictionary says, and a text that a spreadsheet would
// take for a formula has an apostrophe before it there and nowhere else.
package datapackage

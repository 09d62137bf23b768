package analysis

// tableWords says what each table of [Result.Tables] holds, and by which columns
// a row is known. Where themes are columns, theme describes what stands in them.
var tableWords = map[string]struct {
	title string
	key   []string
	theme Column
}{
	"files":              {title: "Every file that was met", key: []string{"file"}},
	"cases":              {title: "Every review, whether it counts or not", key: []string{"case_id"}},
	"facts":              {title: "What each review says of itself, with the words that say so", key: []string{"case_id", "fact"}},
	"matrix":             {title: "Themes by review", key: []string{"case_id"}, theme: Column{Type: IntegerColumn, Description: "1 where the theme is present in the review, 0 where it was not found"}},
	"status":             {title: "Themes by review, with what decided", key: []string{"case_id"}, theme: Column{Type: StringColumn, Description: "counted, held, absent, decided_present or decided_absent"}},
	"passages":           {title: "Every passage, the rejected ones too", key: []string{"passage_id"}},
	"prevalence":         {title: "In how many reviews each theme is present", key: []string{"theme_id"}},
	"overlaps":           {title: "Reviews by which of the headline themes they have: those that the codebook names, or else the three most frequent", key: []string{"themes"}},
	"cooccurrence":       {title: "Pairs of themes", key: []string{"theme_a", "theme_b"}},
	"by_area":            {title: "Themes by area"},
	"by_year":            {title: "Themes by year of publication"},
	"compare_area":       {title: "Areas beside one another", key: []string{"theme_id", "group_a"}},
	"compare_period":     {title: "Two periods beside one another, parted between two years where their numbers of reviews differ least, of two such places the earlier", key: []string{"theme_id", "group_a"}},
	"compare_kind":       {title: "Full reports, practice reviews among them, and executive summaries beside one another, other kinds left out", key: []string{"theme_id", "group_a"}},
	"compare_columns":    {title: "Reviews by the columns that people added, beside one another: numbers in two halves, as years are, words with at most twelve values", key: []string{"column", "theme_id", "group_a"}},
	"report_and_summary": {title: "Themes in the full report and in the executive summary of the same reviews", key: []string{"theme_id"}},
	"trend":              {title: "The trend of each theme over the years", key: []string{"theme_id"}},
	"combinations":       {title: "The most frequent combinations of themes, at most 100: those in two reviews or more, of which no larger one stands in the same reviews", key: []string{"themes"}},
	"robustness":         {title: "How far each percentage rests on single reviews, sections and rules", key: []string{"theme_id"}},
	"checked":            {title: "How much of each theme a person has checked, and of all of them, and how much of what the program proposed stands"},
}

// columnWords describes the columns: by their name, or by table and name where a
// name means something else there.
var columnWords = map[string]Column{
	// What a row is about.
	"case_id":  {Type: StringColumn, Description: "The review, by an id that stays the same from run to run"},
	"file":     {Type: StringColumn, Description: "Path of the file below the folder read"},
	"theme_id": {Type: StringColumn, Description: "The theme, by its id in the codebook"},
	"theme":    {Type: StringColumn, Description: "Label of the theme"},
	"group":    {Type: StringColumn, Description: "Group of the theme in the codebook"},
	"area":     {Type: StringColumn, Description: "Area of the board or partnership, empty where it is not known"},
	"year":     {Type: IntegerColumn, Description: "Year of publication, missing where it is not known"},
	"kind":     {Type: StringColumn, Description: "What the document is, judged from its text"},
	"cases":    {Type: StringColumn, Description: "Ids of the reviews, parted by semicolons"},
	"note":     {Type: StringColumn, Description: "What to know before the figures are used, such as why there is no test"},

	// Files.
	"sha256":        {Type: StringColumn, Description: "SHA-256 of the bytes of the file"},
	"files.case_id": {Type: StringColumn, Description: "The review that the file belongs to, empty where it belongs to none"},
	"files.status":  {Type: StringColumn, Description: "ok, empty, partial, needs_ocr, failed, skipped or duplicate"},
	"files.reason":  {Type: StringColumn, Description: "Why the file is not ok, or what of it could not be read"},
	"engine":        {Type: StringColumn, Description: "The readers that read it"},
	"pages":         {Type: IntegerColumn, Description: "Number of pages, missing where it is not known"},
	"words":         {Type: IntegerColumn, Description: "Number of words read"},

	// Reviews.
	"title":          {Type: StringColumn, Description: "Title of the review"},
	"files":          {Type: StringColumn, Description: "Its files, the leading one first, parted by semicolons"},
	"include":        {Type: StringColumn, Description: "yes where the review counts, else no"},
	"cases.note":     {Type: StringColumn, Description: "Why the review does not count, or what a person noted"},
	"joined_because": {Type: StringColumn, Description: "Why each file after the first belongs to the review"},
	"edited":         {Type: StringColumn, Description: "Columns that a person has changed"},
	"fact":           {Type: StringColumn, Description: "Name of the fact"},
	"value":          {Type: StringColumn, Description: "What the report says"},
	"facts.quote":    {Type: StringColumn, Description: "The words that say so"},
	"facts.page":     {Type: IntegerColumn, Description: "Page of the words, missing where the fact is not read from a page"},

	// Passages.
	"passage_id":  {Type: StringColumn, Description: "The passage, by an id that stays the same while its words do"},
	"page":        {Type: IntegerColumn, Description: "Page as it lies in the file, from 1; missing where the file does not say where its pages end: paragraph and section tell the place"},
	"section":     {Type: StringColumn, Description: "Kind of the section in which the passage stands"},
	"label":       {Type: StringColumn, Description: "Which way the passage speaks of the theme: deficit, good_practice, neutral or factor"},
	"status":      {Type: StringColumn, Description: "counted, held for a person to decide, or rejected"},
	"reason":      {Type: StringColumn, Description: "Why, in words"},
	"quote":       {Type: StringColumn, Description: "The passage"},
	"start":       {Type: IntegerColumn, Description: "Where the passage begins in the text of the file, in bytes of UTF-8"},
	"end":         {Type: IntegerColumn, Description: "Where it ends: the byte behind its last"},
	"rule":        {Type: StringColumn, Description: "Id of the pattern that matched"},
	"cue":         {Type: StringColumn, Description: "The words that decided label and status"},
	"score":       {Type: NumberColumn, Description: "How sure the rule or the model is of what it says, from 0 to 1, rounded to three decimals; 0 of what the program rejected, and 1 of what a person added"},
	"page_label":  {Type: StringColumn, Description: "Number printed on the page, where it is known"},
	"paragraph":   {Type: StringColumn, Description: "Number of the paragraph, where the report numbers them"},
	"check_first": {Type: StringColumn, Description: "yes for the one passage by which to settle whether its theme is present in its review, while nobody has: of those that count, or else of those held, the one of the highest score before it was rounded, and of equals the first; never for a circumstance"},

	// Counts of reviews.
	"reviews":               {Type: IntegerColumn, Description: "Reviews in which the theme is present"},
	"of":                    {Type: IntegerColumn, Description: "Reviews that were counted"},
	"percent":               {Type: NumberColumn, Description: "Reviews as a percentage of those counted, one decimal, a half rounded up"},
	"low":                   {Type: NumberColumn, Description: "Lower end of the 95% interval of the percentage (Wilson, without correction for continuity)"},
	"high":                  {Type: NumberColumn, Description: "Upper end of the 95% interval of the percentage (Wilson, without correction for continuity)"},
	"with_held":             {Type: IntegerColumn, Description: "Reviews in which the theme would be present if every held passage counted; a theme that a person rules absent in a review stays so"},
	"prevalence.passages":   {Type: IntegerColumn, Description: "Counted passages that practice fell short, in all reviews"},
	"prevalence.sections":   {Type: StringColumn, Description: "Kinds of section in which these passages stand, with their number, most first, parted by semicolons"},
	"good_practice_reviews": {Type: IntegerColumn, Description: "Reviews with a counted passage that practice was sound"},

	// Themes together.
	"themes":     {Type: StringColumn, Description: "Ids of the themes, joined by &; none for the reviews without any of them"},
	"exclusive":  {Type: IntegerColumn, Description: "Reviews with these headline themes and no other of them"},
	"inclusive":  {Type: IntegerColumn, Description: "Reviews with these headline themes, whatever else they have"},
	"theme_a":    {Type: StringColumn, Description: "Id of the first theme"},
	"theme_b":    {Type: StringColumn, Description: "Id of the second theme"},
	"both":       {Type: IntegerColumn, Description: "Reviews with both themes"},
	"either":     {Type: IntegerColumn, Description: "Reviews with at least one of them"},
	"only_a":     {Type: IntegerColumn, Description: "Reviews with the first only"},
	"only_b":     {Type: IntegerColumn, Description: "Reviews with the second only"},
	"neither":    {Type: IntegerColumn, Description: "Reviews with none of the two"},
	"expected":   {Type: NumberColumn, Description: "Reviews that would have all the themes if these were independent"},
	"jaccard":    {Type: NumberColumn, Description: "Jaccard index: both by either"},
	"lift":       {Type: NumberColumn, Description: "Reviews with all the themes by those expected"},
	"phi":        {Type: NumberColumn, Description: "Phi coefficient of the fourfold table; missing where a theme is in no review or in all"},
	"odds_ratio": {Type: NumberColumn, Description: "Odds ratio of the fourfold table, both times neither by the one alone times the other alone; missing where it is not finite"},
	"size":       {Type: IntegerColumn, Description: "Number of themes"},

	"overlaps.percent":     {Type: NumberColumn, Description: "Exclusive reviews as a percentage of those counted"},
	"combinations.reviews": {Type: IntegerColumn, Description: "Reviews with all the themes"},

	// Tests.
	"p":     {Type: NumberColumn, Description: "p value of Fisher's exact test, two-sided, never below 0.000001; missing where nothing was tested: a theme is in none of the reviews or in all, a group has fewer than five reviews, or no split of as many could reach 0.05"},
	"q":     {Type: NumberColumn, Description: "The same, adjusted for the number of tests (Benjamini and Hochberg) over all rows of the table that have one; of compare_columns, of the same column"},
	"tests": {Type: IntegerColumn, Description: "Number of tests made, over which q is adjusted"},

	"trend.p": {Type: NumberColumn, Description: "Its p value, two-sided, from the normal distribution; missing with fewer than ten reviews of a known year or fewer than three years, where the theme is in none of them or in all, and where even the steepest trend could not reach 0.05"},

	// Groups beside one another.
	"group_a":         {Type: StringColumn, Description: "The first group, which is compared with the second where there are two, and with all others where there are more"},
	"reviews_a":       {Type: IntegerColumn, Description: "Reviews of the first group in which the theme is present"},
	"of_a":            {Type: IntegerColumn, Description: "Reviews of the first group"},
	"percent_a":       {Type: NumberColumn, Description: "Percentage in the first group"},
	"low_a":           {Type: NumberColumn, Description: "Lower end of its 95% interval (Wilson)"},
	"high_a":          {Type: NumberColumn, Description: "Upper end of its 95% interval (Wilson)"},
	"group_b":         {Type: StringColumn, Description: "The second group, or all others"},
	"reviews_b":       {Type: IntegerColumn, Description: "Reviews of the second group in which the theme is present"},
	"of_b":            {Type: IntegerColumn, Description: "Reviews of the second group"},
	"percent_b":       {Type: NumberColumn, Description: "Percentage in the second group"},
	"low_b":           {Type: NumberColumn, Description: "Lower end of its 95% interval (Wilson)"},
	"high_b":          {Type: NumberColumn, Description: "Upper end of its 95% interval (Wilson)"},
	"difference":      {Type: NumberColumn, Description: "The first percentage less the second, in percentage points"},
	"difference_low":  {Type: NumberColumn, Description: "Lower end of the 95% interval of the difference (Newcombe, method 10, from the intervals of Wilson)"},
	"difference_high": {Type: NumberColumn, Description: "Upper end of the 95% interval of the difference (Newcombe, method 10, from the intervals of Wilson)"},

	// Trends.
	"first":                      {Type: IntegerColumn, Description: "First year"},
	"last":                       {Type: IntegerColumn, Description: "Last year"},
	"years":                      {Type: IntegerColumn, Description: "Different years with a review"},
	"column":                     {Type: StringColumn, Description: "The column of cases.csv that makes the groups"},
	"points_per_unit":            {Type: NumberColumn, Description: "Change in percentage points with each one more in the column, or with each step of its order, by weighted least squares"},
	"in_report":                  {Type: IntegerColumn, Description: "Reviews whose full report has a passage that makes the theme present"},
	"in_summary":                 {Type: IntegerColumn, Description: "Reviews whose executive summary has one"},
	"report_only":                {Type: IntegerColumn, Description: "Reviews where the full report has one and the summary has none"},
	"summary_only":               {Type: IntegerColumn, Description: "Reviews where the summary has one and the full report has none"},
	"report_and_summary.of":      {Type: IntegerColumn, Description: "Reviews of which both were read"},
	"report_and_summary.both":    {Type: IntegerColumn, Description: "Reviews where both have one"},
	"report_and_summary.neither": {Type: IntegerColumn, Description: "Reviews where neither has one"},
	"report_and_summary.p":       {Type: NumberColumn, Description: "Two-sided p value of the exact test of McNemar; missing where so few reviews differ that it could not reach 0.05"},
	"trend_z":                    {Type: NumberColumn, Description: "Statistic of the Cochran-Armitage test of the trend over the column"},
	"trend_p":                    {Type: NumberColumn, Description: "Its two-sided p value, from the normal distribution; missing as in trend"},
	"trend_q":                    {Type: NumberColumn, Description: "The same, adjusted for the number of trends tested (Benjamini and Hochberg)"},
	"trend_tests":                {Type: IntegerColumn, Description: "Number of trends tested"},
	"trend_note":                 {Type: StringColumn, Description: "Why there is no trend, or what to know before it is used"},
	"points_per_year":            {Type: NumberColumn, Description: "Change a year in percentage points, by weighted least squares"},
	"z":                          {Type: NumberColumn, Description: "Statistic of the Cochran-Armitage test"},

	// Robustness.
	"one_out_low":             {Type: NumberColumn, Description: "Least percentage when any one review is left out; missing with fewer than two reviews"},
	"one_out_high":            {Type: NumberColumn, Description: "Greatest percentage when any one review is left out; missing with fewer than two reviews"},
	"bootstrap_low":           {Type: NumberColumn, Description: "Least percentage in 2,000 samples of as many reviews, drawn with replacement, but for the 50 lowest"},
	"bootstrap_high":          {Type: NumberColumn, Description: "Greatest percentage in the same samples, but for the 50 highest"},
	"rank_low":                {Type: NumberColumn, Description: "Best place among the themes in the same samples, but for the 50 lowest; equal themes share the best of their places"},
	"rank_high":               {Type: NumberColumn, Description: "Worst place in the same samples, but for the 50 highest"},
	"robustness.section":      {Type: StringColumn, Description: "Kind of section whose loss takes most reviews, of equals the first in the alphabet: those that show the theme by its passages alone and that no person has ruled on; empty where none would be lost"},
	"without_section":         {Type: IntegerColumn, Description: "Reviews left without passages from it"},
	"percent_without_section": {Type: NumberColumn, Description: "Percentage left without them"},
	"robustness.rule":         {Type: StringColumn, Description: "Rule whose loss takes most reviews, in the same way; all that the model found is one rule"},
	"without_rule":            {Type: IntegerColumn, Description: "Reviews left without passages by it"},
	"percent_without_rule":    {Type: NumberColumn, Description: "Percentage left without them"},

	// What people have checked.
	"passages":           {Type: IntegerColumn, Description: "Passages of the theme"},
	"passages_decided":   {Type: IntegerColumn, Description: "Passages that a person decided"},
	"passages_contested": {Type: IntegerColumn, Description: "Passages on which people decided differently"},
	"checked.reviews":    {Type: IntegerColumn, Description: "Reviews that were counted; of all themes, themes times reviews"},
	"reviews_decided":    {Type: IntegerColumn, Description: "Of these, those on which a person decided"},
	"counted_decided":    {Type: IntegerColumn, Description: "Passages that the program counted as falling short under the theme, and that a person decided"},
	"counted_stand":      {Type: IntegerColumn, Description: "Of these, those that people let count under the theme, also where their review does not count or the theme is ruled absent in it"},
	"counted_moved":      {Type: IntegerColumn, Description: "Of those decided, those that people let count under another theme"},
	"held_decided":       {Type: IntegerColumn, Description: "Passages that the program held under the theme, and that a person decided"},
	"held_counted":       {Type: IntegerColumn, Description: "Of these, those that people let count under the theme, as in counted_stand"},
	"held_moved":         {Type: IntegerColumn, Description: "Of those decided, those that people let count under another theme"},
	"added":              {Type: IntegerColumn, Description: "Passages that a person added, since the program had not found them"},
}

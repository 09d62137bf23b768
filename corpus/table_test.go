package corpus

import "testing"

func TestGuard(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"plain", "plain"}, {"=1+1", "'=1+1"}, {"+44", "+44"}, {"-5", "-5"}, {"-1,234.5%", "-1,234.5%"},
		{"-5+1", "'-5+1"}, {"-A1", "'-A1"}, {" -5", "' -5"}, {"'-5", "''-5"}, {"-5\n", "'-5\n"}, {"-", "'-"}, {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"}, {"\r=1", "'\r=1"}, {"＝1", "'＝1"}, {"＠x", "'＠x"}, {"a=1", "a=1"},
		{" =1", "' =1"}, {"\u00a0+1", "'\u00a0+1"}, {"\u3000@x", "'\u3000@x"}, {"\u200b=1", "'\u200b=1"}, {"\ufeff=1", "'\ufeff=1"},
		{"\v-1", "'\v-1"}, {"﹦1", "'﹦1"}, {" a=1", " a=1"}, {"' =1", "'' =1"}, {" '=1", " '=1"}, {"\tx", "'\tx"}, {" ", " "},
		{"'quoted'", "'quoted'"}, {"'=1", "''=1"}, {"'", "'"},
	} {
		if got := Guard(c.in); got != c.want {
			t.Errorf("Guard(%q) = %q, want %q", c.in, got, c.want)
		}
		if got := Unguard(c.want); got != c.in {
			t.Errorf("Unguard(%q) = %q, want %q", c.want, got, c.in)
		}
	}
	if got := Unguard("'-5"); got != "-5" { // as tables had it once
		t.Errorf("Unguard(%q) = %q", "'-5", got)
	}
}

func TestDelimiter(t *testing.T) {
	for _, c := range []struct {
		text string
		want rune
	}{
		{"", ','}, {"id", ','}, {"a,b;c,d\n1;2;3;4\n", ','}, {"a;b;c,d\n", ';'}, {"a\tb\n", '\t'},
		{"id,\"risk; of harm; to; child\"\na,1\n", ','}, {"\"two\nlines, of; one; cell\";b;c\n", ';'},
	} {
		if got := delimiter(c.text); got != c.want {
			t.Errorf("delimiter(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDecodeTextEndsLinesWithLineFeeds(t *testing.T) {
	for _, test := range []struct{ name, data, want string }{
		{"carriage returns alone", "a,b\r1,2\r", "a,b\n1,2\n"},
		{"with line feeds", "a,b\r\n\"1\r2\",3\r\n", "a,b\r\n\"1\r2\",3\r\n"},
		{"UTF-16", "\xff\xfea\x00\r\x00b\x00", "a\nb"},
	} {
		if got, err := DecodeText([]byte(test.data)); err != nil || got != test.want {
			t.Errorf("%s: got %q, %v, want %q", test.name, got, err, test.want)
		}
	}
}

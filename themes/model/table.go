package model

// table is the weights of some outputs: for each feature a row of small whole
// numbers, to be multiplied by the unit of the output. Eight outputs stand in one
// number of a row, each as a byte that is 128 more than its weight, so that rows
// are added eight outputs at a time.
type table struct {
	outputs int
	wide    int // numbers to a row
	rows    []uint64
	stride  int // numbers from one row to the next
	from    int // the first number of the first row
	units   []float32
	bias    []float32
}

// line is how many numbers are fetched from memory at once.
const line = 8

// newTable makes a table of weights, those of one feature after those of another.
func newTable(weights []int8, units, bias []float32) table {
	t := table{outputs: len(units), wide: (len(units) + 7) / 8, units: units, bias: bias}
	if t.stride = t.wide; t.outputs == 0 {
		return t
	}
	t.rows = make([]uint64, len(weights)/t.outputs*t.wide)
	for id := range t.features() {
		row := t.row(id)
		for k, w := range weights[id*t.outputs:][:t.outputs] {
			row[k/8] |= uint64(int(w)+128) << (k % 8 * 8)
		}
	}
	return t
}

// interleave puts the rows that two tables have for a feature side by side into
// lines of their own: what adding rows costs is the memory it has to fetch.
func interleave(a, b *table) {
	stride := (a.wide + b.wide + line - 1) / line * line
	rows := make([]uint64, a.features()*stride)
	for id := range a.features() {
		copy(rows[id*stride:], a.row(id))
		copy(rows[id*stride+a.wide:], b.row(id))
	}
	a.rows, a.stride, a.from = rows, stride, 0
	b.rows, b.stride, b.from = rows, stride, a.wide
}

// weight returns the weight of a feature as it stands in its row.
func (t *table) weight(id, output int) int8 {
	return int8(int(t.row(id)[output/8]>>(output%8*8)&0xFF) - 128)
}

// row returns the row of a feature.
func (t *table) row(id int) []uint64 {
	at := id*t.stride + t.from
	return t.rows[at : at+t.wide]
}

// speaks returns what one of a feature adds to an output.
func (t *table) speaks(id int32, output int) float32 {
	return t.units[output] * float32(t.weight(int(id), output))
}

// features returns how many rows there are.
func (t *table) features() int { return len(t.rows) / max(t.stride, 1) }

func (t *table) start(sums []float32) { clear(sums[:8*t.wide]) }

// sums returns room for the sums of the outputs, a whole row of them.
func (t *table) sums() []float32 { return make([]float32, t.outputs, 8*t.wide) }

// add adds the rows of values to sums, those of equal weight together.
func (t *table) add(sums []float32, values []value) {
	const most = 256 // bytes whose sum is sure to fit into two
	for len(values) > 0 {
		n := 1
		for n < min(len(values), most) && values[n].weight == values[0].weight {
			n++
		}
		t.addEqual(sums, values[:n])
		values = values[n:]
	}
}

// addEqual adds the rows of values of one weight, number by number of a row: the first
// fetches the line that the others stand in, and what is summed up stays in registers.
func (t *table) addEqual(sums []float32, values []value) {
	const bytes, pair = 0x00FF00FF00FF00FF, 0xFFFF
	weight, excess := values[0].weight, 128*len(values)
	for j := range t.wide {
		var even, odd uint64 // sums of every second output, two bytes to each
		rows := t.rows[t.from+j:]
		for _, v := range values {
			row := rows[int(v.id)*t.stride]
			even += row & bytes
			odd += row >> 8 & bytes
		}
		of := sums[8*j : 8*j+8 : 8*t.wide]
		for k := 0; k < len(of); k += 2 {
			of[k] += weight * float32(int(even&pair)-excess)
			of[k+1] += weight * float32(int(odd&pair)-excess)
			even, odd = even>>16, odd>>16
		}
	}
}

func (t *table) finish(sums []float32) {
	for k := range sums {
		sums[k] = sums[k]*t.units[k] + t.bias[k]
	}
}

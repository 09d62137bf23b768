package model

// table is the weights of some outputs: for each feature a row of small whole
// numbers, to be multiplied by the unit of the output. Eight outputs stand in one
// number of a row, each as a byte that is 128 more than its weight, so that rows
// are added eight outputs at a time.
type table struct {
	outputs int
	wide    int // numbers to a row
	rows    []uint64
	units   []float32
	bias    []float32
}

// newTable makes a table of weights, those of one feature after those of another.
func newTable(weights []int8, units, bias []float32) table {
	t := table{outputs: len(units), wide: (len(units) + 7) / 8, units: units, bias: bias}
	if t.outputs == 0 {
		return t
	}
	t.rows = make([]uint64, len(weights)/t.outputs*t.wide)
	for i, w := range weights {
		id, k := i/t.outputs, i%t.outputs
		t.rows[id*t.wide+k/8] |= uint64(int(w)+128) << (k % 8 * 8)
	}
	return t
}

// weight returns the weight of a feature as it stands in its row.
func (t *table) weight(id, output int) int8 {
	return int8(int(t.rows[id*t.wide+output/8]>>(output%8*8)&0xFF) - 128)
}

// speaks returns what one of a feature adds to an output.
func (t *table) speaks(id int32, output int) float32 {
	return t.units[output] * float32(t.weight(int(id), output))
}

// features returns how many rows there are.
func (t *table) features() int { return len(t.rows) / max(t.wide, 1) }

func (t *table) start(sums []float32) { clear(sums) }

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

// addEqual adds the rows of values of one weight.
func (t *table) addEqual(sums []float32, values []value) {
	const bytes, pair = 0x00FF00FF00FF00FF, 0xFFFF
	weight, excess := values[0].weight, 128*len(values)
	for j := range t.wide {
		var even, odd uint64 // sums of every second output, two bytes to each
		for _, v := range values {
			row := t.rows[int(v.id)*t.wide+j]
			even += row & bytes
			odd += row >> 8 & bytes
		}
		for k := 8 * j; k < min(8*j+8, len(sums)); k++ {
			sums[k] += weight * float32(int(even&pair)-excess)
			even, odd = odd, even>>16
		}
	}
}

func (t *table) finish(sums []float32) {
	for k := range sums {
		sums[k] = sums[k]*t.units[k] + t.bias[k]
	}
}

package tintype.inspect;

import java.util.List;

/**
 * One layer in figures.
 *
 * @param number     its row, from 1; inputs have no rows
 * @param layer      the layer
 * @param activation label of its activation, or "-"
 * @param inputs     what it reads
 * @param shape      that leaves it, without the batch; open edges are -1; null if unknown
 * @param macs       multiplications with an addition for one image; -1 if unknown
 * @param bytes      of what leaves it for one image, in single precision; -1 if unknown
 * @param field      what one of its places sees of the input
 * @param parameters all of its parameters together, as the file has them; null if it has none
 * @param note       what a user should know of it, or ""
 */
public record SummaryRow(int number, Layer layer, String activation, List<String> inputs, int[] shape, long macs, long bytes, ReceptiveField field,
	Spread parameters, String note)
{

	/** The shape in words, e.g. "26, 26, 32"; open edges are "?". */
	public String shapeText() {
		return shape == null ? "?" : Shapes.text(shape);
	}
}

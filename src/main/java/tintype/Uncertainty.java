package tintype;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How sure a model is of a picture's colours, and what it would take instead.
 * Both images have the picture's size.
 *
 * @param entropy  of the distribution over colours, in bits: 0 where one colour is
 *                 certain, {@code mostBits} where all are equally likely
 * @param second   sRGB in the picture's own lightness with each place's second-best
 *                 colour; where no other colour is noticeably probable, the best
 * @param mostBits log2 of the number of colours the model knows
 */
public record Uncertainty(ArrayImg<FloatType, FloatArray> entropy, ArrayImg<ARGBType, IntArray> second, double mostBits) {}

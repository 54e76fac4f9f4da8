package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.complex.ComplexFloatType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.TintypeException;

class WarpedImageTest {

	private static final int WIDTH = 30, HEIGHT = 20;

	private static final Homography TILTED = Homography.of(0.9, -0.2, 3, 0.1, 0.8, 1, 0.002, 0.003, 1);

	/** A view of an image that starts anywhere is what its pixels are in an array. */
	@Test
	void likeArrays() {
		byte[] bytes = (byte[]) Pictures.noise(byte[].class, WIDTH * HEIGHT, 31);
		int[] colours = (int[]) Pictures.noise(int[].class, WIDTH * HEIGHT, 32);
		float[] floats = (float[]) Pictures.noise(float[].class, WIDTH * HEIGHT, 33);
		for (Interpolation interpolation : List.of(Interpolation.NEAREST, Interpolation.BICUBIC, Interpolation.LANCZOS3)) {
			Warp warp = new Warp(TILTED, 25, 15, interpolation, Border.fill(7), true);
			compare(warp.of(bytes, WIDTH, HEIGHT, Progress.NONE), warp.of(moved(ArrayImgs.unsignedBytes(bytes, WIDTH, HEIGHT)), Progress.NONE));
			compare(warp.of(colours, WIDTH, HEIGHT, Progress.NONE), warp.of(moved(ArrayImgs.argbs(colours, WIDTH, HEIGHT)), Progress.NONE));
			compare(warp.of(floats, WIDTH, HEIGHT, Progress.NONE), warp.of(moved(ArrayImgs.floats(floats, WIDTH, HEIGHT)), Progress.NONE));
		}
	}

	private static <T> RandomAccessibleInterval<T> moved(RandomAccessibleInterval<T> image) {
		return Views.translate(image, 100, -7);
	}

	private static void compare(Object pixels, Img<?> image) {
		assertEquals(25 * 15, image.size());
		var cursor = Views.flatIterable(image).cursor();
		for (int k = 0; k < 25 * 15; k++) {
			Object pixel = cursor.next();
			if (pixel instanceof ARGBType colour) assertEquals(((int[]) pixels)[k], colour.get(), "at " + k);
			else assertEquals(Pictures.values(pixels, 0)[k], ((RealType<?>) pixel).getRealDouble(), "at " + k);
		}
	}

	@Test
	void signedNumbersAreRoundedAndClamped() {
		byte[] bytes = { -128, 127, -128, 127 };
		Img<ByteType> between = new Warp(Homography.of(1, 0, 0.5, 0, 1, 0, 0, 0, 1), 3, 1, Interpolation.BILINEAR, Border.REPLICATE, true) //
			.of(ArrayImgs.bytes(bytes, 4, 1), Progress.NONE);
		assertEquals(0, between.firstElement().get());
		Img<ByteType> far = new Warp(Homography.of(1, 0, 9.5, 0, 1, 0, 0, 0, 1), 3, 1, Interpolation.BILINEAR, Border.fill(-500), true) //
			.of(ArrayImgs.bytes(bytes, 4, 1), Progress.NONE);
		assertEquals(-128, far.firstElement().get());
	}

	@Test
	void refusesWhatCannotBeWarped() {
		Warp warp = new Warp(TILTED, 5, 5, Interpolation.NEAREST, Border.fill(0), true);
		Img<UnsignedByteType> stack = ArrayImgs.unsignedBytes(3, 3, 3);
		Img<ComplexFloatType> waves = ArrayImgs.complexFloats(3, 3);
		assertThrows(TintypeException.class, () -> warp.of(stack, Progress.NONE));
		assertThrows(TintypeException.class, () -> warp.of(waves, Progress.NONE));
	}
}

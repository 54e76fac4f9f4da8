package tintype.nn.winograd;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Maps in native memory, [picture, channel, y, x].
 *
 * @param memory  freed by {@link #close}, if it is its own
 * @param values  the same memory
 */
public record Maps(FloatPointer memory, FloatBuffer values, int pictures, int channels, int height, int width) implements AutoCloseable {

	/**
	 * New ones, of any values.
	 *
	 * @throws OutOfMemoryError if there is no memory for them
	 */
	public static Maps of(int pictures, int channels, int height, int width) {
		FloatPointer memory = new FloatPointer((long) Math.multiplyExact(Math.multiplyExact(pictures, channels), Math.multiplyExact(height, width)));
		return new Maps(memory, memory.asBuffer(), pictures, channels, height, width);
	}

	/** Pixels of a map. */
	public int plane() {
		return height * width;
	}

	/** Number of values. */
	public int length() {
		return pictures * channels * plane();
	}

	/** Where a map begins. */
	public int at(int picture, int channel) {
		return (picture * channels + channel) * plane();
	}

	/** A copy of a plane; see {@link PlaneWork} for its number. */
	public float[] plane(int number) {
		float[] plane = new float[plane()];
		values.get(number * plane.length, plane);
		return plane;
	}

	/** The memory from a pixel of a picture's first map on. */
	FloatPointer from(int picture, int pixel) {
		return memory.getPointer(at(picture, 0) + pixel);
	}

	/** New maps of what a convolution makes of these, to be closed by the caller. */
	public Maps after(MapConvolution convolution, int outputs) {
		return of(pictures, outputs, height / convolution.stride(), width / convolution.stride());
	}

	/** Sums of the values of each channel, [channel], filled. */
	void sums(float[] sums, int threads) {
		int size = plane();
		share(channels, threads, () -> {
			float[] plane = new float[size];
			return channel -> {
				double sum = 0;
				for (int picture = 0; picture < pictures; picture++) {
					values.get(at(picture, channel), plane, 0, size);
					sum += Loops.total(plane, size);
				}
				sums[channel] = (float) sum;
			};
		});
	}

	/** What is done to a plane, in an array that may be longer. */
	public interface PlaneWork {

		/** @param number of the plane: picture times channels and channel */
		void accept(int number, float[] plane);
	}

	/** Changes each plane, several at a time. */
	public void change(int threads, PlaneWork work) {
		int size = plane();
		share(pictures * channels, threads, () -> {
			float[] plane = new float[size];
			return number -> {
				values.get(number * size, plane, 0, size);
				work.accept(number, plane);
				values.put(number * size, plane, 0, size);
			};
		});
	}

	/** Adds others of the same size. */
	public void add(Maps others, int threads) {
		int size = plane();
		share(pictures * channels, threads, () -> {
			float[] plane = new float[size], other = new float[size];
			return number -> {
				values.get(number * size, plane, 0, size);
				others.values.get(number * size, other, 0, size);
				Loops.add(plane, other, 0, size);
				values.put(number * size, plane, 0, size);
			};
		});
	}

	/** Makes what one thread works with. */
	public interface Worker {

		IntConsumer start();
	}

	/** Does pieces of work on several threads, each as soon as one is free. */
	public static void share(int count, int threads, Worker worker) {
		AtomicInteger next = new AtomicInteger();
		SideBySide.run(Math.min(threads, count), thread -> {
			IntConsumer work = worker.start();
			for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement())
				work.accept(i);
		});
	}

	@Override
	public void close() {
		memory.close();
	}
}

package tintype.nn.winograd;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a band of a picture is worked on in, kept for the next picture of the same width.
 * One thread at a time.
 */
final class BandMemory implements AutoCloseable {

	private final int width, tileRows;
	private final Spectrum spectrum, product;
	private final List<Stage> stages;

	/**
	 * @param width    of the logits in pixels
	 * @param tileRows of each layer worked on at a time
	 * @throws OutOfMemoryError if there is too little memory; nothing is left allocated
	 */
	BandMemory(Chain chain, int width, int tileRows) {
		this.width = width;
		this.tileRows = tileRows;
		List<Convolution> convolutions = chain.convolutions(width, 1, layer -> tileRows);
		Scratch scratch = new Scratch(convolutions.stream().mapToInt(Convolution::longest).max().orElseThrow());
		List<Spectrum> both = Closing.all(2, i -> new Spectrum(largest(convolutions, i == 0 ? Convolution::inputMatrix : Convolution::outputMatrix)));
		spectrum = both.get(0);
		product = both.get(1);
		try {
			stages = convolutions.stream().map(each -> new Stage(each, tileRows, spectrum, product, scratch)).toList();
		}
		catch (RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	private static long largest(List<Convolution> convolutions, ToLongFunction<Convolution> size) {
		return convolutions.stream().mapToLong(size).max().orElseThrow();
	}

	boolean fits(int otherWidth, int otherTileRows) {
		return width == otherWidth && tileRows == otherTileRows;
	}

	/** Of each layer, to {@linkplain Stage#begin begin} with a picture. */
	List<Stage> stages() {
		return stages;
	}

	@Override
	public void close() {
		spectrum.close();
		product.close();
	}
}

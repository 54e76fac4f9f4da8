package tintype.rectify;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import tintype.Progress;

/** One picture on its way through a {@link Warp}. */
final class WarpRun {

	private final Warp warp;
	private final PixelMap map;
	private final Plane source, target;
	private final Interpolation interpolation;

	/** Null for nearest neighbours. */
	private Supplier<Sampler> samplers;

	WarpRun(Warp warp, Plane source) {
		this.warp = warp;
		this.source = source;
		map = PixelMap.of(warp.toSource(), warp.width(), warp.height());
		target = source.blank(warp.width(), warp.height());
		interpolation = map.whole() && !shrinks() ? Interpolation.NEAREST : warp.interpolation();
	}

	/** Whether there are pixels that need more than one sample; asked of affine maps only. */
	private boolean shrinks() {
		Supersampling whole = new Supersampling(map);
		whole.choose(0, 0, 1, 1);
		return supersampling() && whole.across() * whole.down() > 1;
	}

	/**
	 * @return the picture, of the kind of the source
	 * @throws CancellationException when the caller cancels
	 */
	Plane result(Progress progress) {
		boolean filters = interpolation == Interpolation.BSPLINE;
		samplers = samplers(filters ? progress.part(0, 2) : progress);
		int strips = (target.height() - 1) / Strip.ROWS + 1;
		Steps steps = new Steps(strips, filters ? progress.part(1, 2) : progress);
		IntStream.range(0, strips).parallel().forEach(strip -> {
			fill(new Strip(this, strip * Strip.ROWS), steps);
			steps.finished();
		});
		return target;
	}

	private void fill(Strip strip, Steps steps) {
		for (int left = 0, width = target.width(); left < width; left += Strip.BLOCK) {
			steps.check();
			strip.fill(left, Math.min(Strip.BLOCK, width - left));
		}
	}

	private Supplier<Sampler> samplers(Progress progress) {
		double[] fill = source.unpacked(warp.border().fill());
		if (interpolation == Interpolation.NEAREST) return () -> null;
		if (interpolation != Interpolation.BSPLINE) return () -> new KernelSampler(source, interpolation.kernel(), extension(), fill);
		SplineCoefficients coefficients = SplineCoefficients.of(source, progress);
		return () -> new SplineSampler(coefficients, source, warp.border().replicate(), fill);
	}

	PixelMap map() {
		return map;
	}

	Plane source() {
		return source;
	}

	Plane target() {
		return target;
	}

	/** The one asked for, or nearest neighbours where that is the same. */
	Interpolation interpolation() {
		return interpolation;
	}

	Border border() {
		return warp.border();
	}

	Extension extension() {
		return warp.border().replicate() ? Extension.REPLICATE : Extension.FILL;
	}

	boolean supersampling() {
		return warp.supersampling() && warp.interpolation() != Interpolation.NEAREST;
	}

	/** New, for one thread; null for nearest neighbours. */
	Sampler sampler() {
		return samplers.get();
	}
}

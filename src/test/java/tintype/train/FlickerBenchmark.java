package tintype.train;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Colorizer;

/** Prints how much less a film flickers as a series than as separate pictures. Arguments: model, frames. */
final class FlickerBenchmark {

	private FlickerBenchmark() {}

	public static void main(String[] args) {
		int count = Integer.parseInt(args[1]);
		try (Colorizer colorizer = Colorizer.open(args[0])) {
			for (Newsreel reel : List.of(new Newsreel(0, 1.5, 0), new Newsreel(0.12, 0, 0), new Newsreel(0, 0, 1), new Newsreel(0.12, 1.5, 0.5))) {
				List<Img<FloatType>> frames = reel.frames("landscape.png", count);
				long start = System.nanoTime();
				Restlessness separate = Restlessness.separate(colorizer, frames);
				long between = System.nanoTime();
				Restlessness series = Restlessness.series(colorizer, frames);
				System.out.printf("%s: separate %s in %.1f s, series %s in %.1f s%n", reel, separate, (between - start) / 1e9, series,
					(System.nanoTime() - between) / 1e9);
			}
		}
	}
}

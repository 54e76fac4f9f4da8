package tintype.rectify;

import java.util.Arrays;

/**
 * Pairs in the frames of their sides, and what a homography between these frames does. There
 * the nine numbers are taken with h8 = 1: h8 is the mean of the denominators w of the source
 * points, and they share one sign wherever the map is of use, so it is never 0.
 *
 * @param sourceFrame of the source points
 * @param targetFrame of the target points
 * @param source      positions {x, y} in the source's frame
 * @param target      positions {u, v} in the target's frame
 */
record FramedPairs(Frame sourceFrame, Frame targetFrame, double[][] source, double[][] target) {

	static FramedPairs of(PointPairs pairs) {
		Frame sourceFrame = Frame.of(pairs.source()), targetFrame = Frame.of(pairs.target());
		return new FramedPairs(sourceFrame, targetFrame, Arrays.stream(pairs.source()).map(sourceFrame::to).toArray(double[][]::new),
			Arrays.stream(pairs.target()).map(targetFrame::to).toArray(double[][]::new));
	}

	/** The map between the plain coordinates, of that between the frames. */
	Homography unframed(double[] h) {
		return targetFrame.out().after(Homography.of(h)).after(sourceFrame.in());
	}

	/** The map between the frames with h8 = 1, of that between the plain coordinates. */
	double[] framed(Homography homography) {
		double[] h = targetFrame.in().after(homography).after(sourceFrame.out()).matrix();
		return Arrays.stream(h).map(each -> each / h[8]).toArray();
	}

	/** Where h takes (x, y): {u, v, w}, new. */
	static double[] transfer(double[] h, double x, double y) {
		double w = h[6] * x + h[7] * y + h[8];
		return new double[] { (h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w, w };
	}

	/** How the image of (x, y) moves with h0 to h7: the rows of u and of v, new. */
	static double[][] derivative(double[] h, double x, double y) {
		double[] image = transfer(h, x, y);
		double p = x / image[2], q = y / image[2], r = 1 / image[2];
		return new double[][] { { p, q, r, 0, 0, 0, -image[0] * p, -image[0] * q }, { 0, 0, 0, p, q, r, -image[1] * p, -image[1] * q } };
	}
}

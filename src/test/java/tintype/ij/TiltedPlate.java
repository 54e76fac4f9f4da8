package tintype.ij;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import tintype.Progress;
import tintype.rectify.Border;
import tintype.rectify.Homography;
import tintype.rectify.Interpolation;
import tintype.rectify.Quad;
import tintype.rectify.Warp;

/** A microplate drawn to scale and photographed at a slant. */
final class TiltedPlate {

	/** In mm. */
	static final double WIDTH = 127.76, HEIGHT = 85.48, SIDE = 40;

	/** Of the drawing. */
	private static final int PIXELS_PER_MM = 25;

	private static final int PHOTO_WIDTH = 1600, PHOTO_HEIGHT = 1200;

	private static final int LIGHT = 200, DARK = 40;

	/** Of the pinhole camera, in pixels, and its distance from the middle of the plate, in mm. */
	private static final double FOCAL_LENGTH = 1500, DISTANCE = 200;

	/** In radians: away from the camera, after a turn in its own plane. */
	private static final double TILT = Math.toRadians(25), TURN = Math.toRadians(30);

	/** Of the plate in the photograph: top left, top right, bottom right, bottom left; pixel centres. */
	static final double[][] CORNERS = { seen(-WIDTH / 2, -HEIGHT / 2), seen(WIDTH / 2, -HEIGHT / 2), seen(WIDTH / 2, HEIGHT / 2), seen(-WIDTH / 2, HEIGHT / 2) };

	private TiltedPlate() {}

	/** Where a point of the plate, in mm from its middle, is seen; to a 4096th of a pixel, which float selections hold. */
	private static double[] seen(double u, double v) {
		double x = Math.cos(TURN) * u - Math.sin(TURN) * v, down = Math.sin(TURN) * u + Math.cos(TURN) * v, y = Math.cos(TILT) * down;
		double scale = FOCAL_LENGTH / (DISTANCE - Math.sin(TILT) * down);
		return new double[] { Math.rint((799.5 + scale * x) * 4096) / 4096, Math.rint((599.5 + scale * y) * 4096) / 4096 };
	}

	/** A light plate with a dark square of {@value #SIDE} mm in its middle, on black; 8 bits. */
	static ImagePlus photograph() {
		int w = (int) Math.round(WIDTH * PIXELS_PER_MM), h = (int) Math.round(HEIGHT * PIXELS_PER_MM);
		ByteProcessor drawing = new ByteProcessor(w, h);
		drawing.setValue(LIGHT);
		drawing.fill();
		drawing.setValue(DARK);
		int side = (int) (SIDE * PIXELS_PER_MM);
		drawing.setRoi((w - side) / 2, (h - side) / 2, side, side);
		drawing.fill();
		// The plate is a fraction of a pixel larger than its drawing, so the plate's corners are the map's.
		Homography toPhotograph = Quad.of(new double[][] { { -0.5, -0.5 }, { WIDTH * PIXELS_PER_MM - 0.5, -0.5 },
			{ WIDTH * PIXELS_PER_MM - 0.5, HEIGHT * PIXELS_PER_MM - 0.5 }, { -0.5, HEIGHT * PIXELS_PER_MM - 0.5 } }).onto(Quad.of(CORNERS));
		Warp camera = new Warp(toPhotograph.inverse(), PHOTO_WIDTH, PHOTO_HEIGHT, Interpolation.BILINEAR, Border.fill(0), true);
		return new ImagePlus("plate.tif", new ByteProcessor(PHOTO_WIDTH, PHOTO_HEIGHT, camera.of((byte[]) drawing.getPixels(), w, h, Progress.NONE)));
	}

	/** The corners as a macro writes them. */
	static String corners() {
		return PointText.of(java.util.List.of(CORNERS));
	}
}

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

	/** Of the plate in the photograph: top left, top right, bottom right, bottom left; pixel centres. */
	static final double[][] CORNERS = { { 310.25, 240.5 }, { 1290.75, 150 }, { 1420, 930.125 }, { 180.5, 1020.75 } };

	private TiltedPlate() {}

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

package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.POINTS;
import static tintype.nn.winograd.Transforms.TILE;

/**
 * How the tiles of pictures lie that are stored plane by plane, [picture, channel, y, x].
 * Tiles are numbered picture by picture, row by row.
 *
 * @param pictures their number
 * @param height   of the output, in pixels
 * @param width    of the output, in pixels
 * @param border   zeros around the input, in pixels: 1 keeps the size
 */
record Planes(int pictures, int height, int width, int border) {

	int inputHeight() {
		return height + POINTS - TILE - 2 * border;
	}

	int inputWidth() {
		return width + POINTS - TILE - 2 * border;
	}

	/** Rows of tiles in a picture. */
	int rows() {
		return Convolution.tiles(height);
	}

	/** Tiles in a row. */
	int columns() {
		return Convolution.tiles(width);
	}

	/** Tiles of all pictures. */
	int tiles() {
		return Math.multiplyExact(pictures * rows(), columns());
	}
}

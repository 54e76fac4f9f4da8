package tintype.rectify;

/** Flat rectangles that people photograph, as lightness over their own plane in millimetres. */
enum FlatThing {

	/** An A4 sheet, light on a dark table, with lines of text. */
	SHEET(210, 297, 0, 32) {

		@Override
		double lightness(double u, double v, Hash hash) {
			boolean margin = u < 22 || u > 188 || v < 25 || v > 270;
			return margin || !ink(u - 22, v - 25, hash) ? 88 : 18;
		}
	},

	/** A page with rules right across it and text between some of them. */
	NOTEBOOK(148, 210, 2, 45) {

		@Override
		double lightness(double u, double v, Hash hash) {
			if (v > 18 && v < 198 && v % 8 < 0.5) return 55;
			boolean written = v > 18 && v < 120 && u > 15 && u < 130;
			return written && ink(u - 15, v - 18, hash) ? 25 : 82;
		}
	},

	/** A dark gel on a light box, with lanes of bright bands. */
	GEL(100, 80, 0, 78) {

		@Override
		double lightness(double u, double v, Hash hash) {
			int lane = (int) Math.floor((u - 8) / 8.4), band = (int) Math.floor((v - 10) / 3);
			boolean inLane = lane >= 0 && lane < 10 && (u - 8) % 8.4 < 6 && v > 10 && v < 74;
			return 22 + (inLane && hash.at(lane, band) > 0.7 ? 45 * hash.at(band, lane) : 0);
		}
	},

	/** A microplate of 96 wells with a rim and round corners (ANSI/SLAS 1-2004: 127.76 x 85.48 mm, pitch 9 mm). */
	PLATE(127.76, 85.48, 3.2, 30) {

		@Override
		double lightness(double u, double v, Hash hash) {
			if (Math.min(Math.min(u, width - u), Math.min(v, height - v)) < 2.5) return 66;
			double x = (u - 14.38) / 9, y = (v - 11.24) / 9;
			long column = Math.round(x), row = Math.round(y);
			boolean well = column >= 0 && column < 12 && row >= 0 && row < 8 && Math.hypot(x - column, y - row) < 0.36;
			return well ? 35 + 40 * hash.at(column, row) : 80;
		}
	};

	/** Millimetres. */
	final double width, height, cornerRadius;

	/** Lightness of what it lies on, 0 to 100. */
	final double ground;

	FlatThing(double width, double height, double cornerRadius, double ground) {
		this.width = width;
		this.height = height;
		this.cornerRadius = cornerRadius;
		this.ground = ground;
	}

	/** Lightness, 0 to 100, at (u, v) millimetres from the top left corner. */
	abstract double lightness(double u, double v, Hash hash);

	/** True on the thing, false beside it. */
	boolean covers(double u, double v) {
		double x = Math.abs(u - width / 2) - width / 2 + cornerRadius, y = Math.abs(v - height / 2) - height / 2 + cornerRadius;
		return x <= cornerRadius && y <= cornerRadius && (x <= 0 || y <= 0 || Math.hypot(x, y) <= cornerRadius);
	}

	/** Letters of 2.4 mm in rows of 8 mm: strokes at random, with gaps between words and at the ends of rows. */
	private static boolean ink(double u, double v, Hash hash) {
		long row = (long) Math.floor(v / 8), letter = (long) Math.floor(u / 2.4);
		double inRow = v % 8 - 3, inLetter = u % 2.4;
		if (inRow < 0 || inRow > 3.2 || hash.at(row, letter) < 0.18 || u > 110 + 60 * hash.at(row, -1)) return false;
		return inLetter < 1.8 && hash.at(row * 7 + (long) (inRow / 0.65), letter * 5 + (long) (inLetter / 0.6)) < 0.55;
	}
}

package tintype.inspect.read;

/** How DeepLearning4J keeps what passes between two layers; the graph has channels last. */
enum Layout {

	/** [row, unit]. */
	ROWS(false, 1),
	/** [sequence, channel, time]. */
	NCW(true, 2, 1),
	/** [sequence, time, channel]. */
	NWC(false, 1, 2),
	/** [sequence and time, channel]: the times of sequences as rows, which the graph keeps as sequences. */
	TIMES(false, 1, 2),
	/** [image, channel, y, x]. */
	NCHW(true, 3, 1, 2),
	/** [image, y, x, channel]. */
	NHWC(false, 1, 2, 3),
	/** Anything else, as it is in the graph. */
	OTHER(false);

	private final boolean channelsFirst;
	private final int[] toFile;

	/** @param toFile the graph's axes in the file's order, counted from 1, without the batch */
	Layout(boolean channelsFirst, int... toFile) {
		this.channelsFirst = channelsFirst;
		this.toFile = toFile;
	}

	boolean channelsFirst() {
		return channelsFirst;
	}

	/** Number of axes without the batch, as in the graph. */
	int rank() {
		return toFile.length;
	}

	/** The graph's axes in the file's order, as {@link tintype.inspect.Operation.Permute} counts them. */
	int[] toFile() {
		return toFile.clone();
	}

	/** The file's axes in the graph's order, counted likewise. */
	int[] toGraph() {
		int[] inverse = new int[toFile.length];
		for (int i = 0; i < toFile.length; i++)
			inverse[toFile[i] - 1] = i + 1;
		return inverse;
	}

	/** Where in the graph an axis of the file is; both count the batch as 0. */
	int toGraph(int fileAxis) {
		return fileAxis == 0 || fileAxis > toFile.length ? fileAxis : toFile[fileAxis - 1];
	}

	/** The graph's axis of the file's last one, -1 if that is the last too. */
	int last() {
		return channelsFirst ? toFile[toFile.length - 1] : -1;
	}

	/** Of images, by DeepLearning4J's word; it takes none for NCHW. */
	static Layout image(String word) {
		return "NHWC".equals(word) ? NHWC : NCHW;
	}

	/** Of sequences, by DeepLearning4J's word (that of images for some layers); it takes none for NCW. */
	static Layout sequence(String word) {
		return "NWC".equals(word) || "NHWC".equals(word) ? NWC : NCW;
	}

	/** An image's layout for a sequence's and the other way round, the channels where they are. */
	Layout ofRank(int rank) {
		return switch (rank) {
			case 1 -> ROWS;
			case 2 -> channelsFirst ? NCW : NWC;
			case 3 -> channelsFirst ? NCHW : NHWC;
			default -> OTHER;
		};
	}
}

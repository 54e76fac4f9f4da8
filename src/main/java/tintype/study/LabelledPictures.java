package tintype.study;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Collects square pictures and their labels, class after class. */
final class LabelledPictures {

	private final int edge;
	private final List<String> classes;
	private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
	private final ByteArrayOutputStream labels = new ByteArrayOutputStream();

	/**
	 * @param edge    of the pictures
	 * @param classes their names
	 */
	LabelledPictures(int edge, List<String> classes) {
		this.edge = edge;
		this.classes = classes;
	}

	/**
	 * @param label    index of the class
	 * @param pictures each edge x edge, row by row; copied
	 */
	void add(int label, List<byte[]> pictures) {
		for (byte[] picture : pictures) {
			pixels.writeBytes(picture);
			labels.write(label);
		}
	}

	/** All that were added, new. */
	LabelledImages images() {
		return new LabelledImages(edge, edge, pixels.toByteArray(), labels.toByteArray(), classes);
	}
}

package tintype.ij;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * How far the pixels of a TIFF reach, by its directories. ImageJ's decoder fills what is
 * missing with black, and leaves missing slices out.
 *
 * @param images as the decoder lists them
 * @param bytes  of all their pixels, unpacked
 */
record TiffExtent(FileInfo[] images, double bytes) {

	/**
	 * Reads the directories.
	 *
	 * @throws EOFException if the file ends before its pixels
	 * @throws IOException  if the file is damaged or no TIFF
	 */
	static TiffExtent of(Path path) throws IOException {
		TiffDirectories.pixels(path); // refuses what the decoder would never leave again
		File file = path.toAbsolutePath().toFile();
		FileInfo[] images = new TiffDecoder(file.getParent() + File.separator, file.getName()).getTiffInfo();
		if (images == null) throw new IOException(path + " is no TIFF");
		double bytes = 0;
		for (FileInfo image : images) {
			if (end(image) > file.length()) throw new EOFException(path + " is cut short");
			bytes += (double) bytes(image) * Math.max(1, image.nImages);
		}
		return new TiffExtent(images, bytes);
	}

	/** Slices that a stack of it has. */
	int slices() {
		return images.length > 1 ? images.length : Math.max(1, images[0].nImages);
	}

	/** Where an image's last byte lies. */
	static long end(FileInfo image) {
		if (image.nImages > 1) return image.getOffset() + image.nImages * bytes(image) + (image.nImages - 1) * image.getGap();
		boolean packed = image.compression > FileInfo.COMPRESSION_NONE;
		if (!packed && (image.stripOffsets == null || image.stripOffsets.length <= 1)) return image.getOffset() + bytes(image);
		if (image.stripOffsets == null || image.stripLengths == null) return image.getOffset();
		long end = 0;
		for (int i = 0; i < Math.min(image.stripOffsets.length, image.stripLengths.length); i++)
			end = Math.max(end, (image.stripOffsets[i] & 0xffffffffL) + image.stripLengths[i]);
		return end;
	}

	/** Of one plane. */
	private static long bytes(FileInfo image) {
		long pixels = (long) image.width * image.height;
		return switch (image.fileType) {
			case FileInfo.BITMAP -> (image.width + 7) / 8 * (long) image.height;
			case FileInfo.GRAY10_UNSIGNED -> pixels * 5 / 4;
			case FileInfo.GRAY12_UNSIGNED -> pixels * 3 / 2;
			default -> pixels * image.getBytesPerPixel();
		};
	}
}

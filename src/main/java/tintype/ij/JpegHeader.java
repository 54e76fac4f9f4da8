package tintype.ij;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands before the pixels of a JPEG (ITU-T T.81, annex B).
 *
 * @param channels of the picture
 * @param jfif     whether it is marked as JFIF, whose colours are YCbCr
 * @param adobe    the transform that Adobe's marker says, 1 for YCbCr; -1 without it
 * @param thinned  whether other channels have fewer values than the first, as only YCbCr has
 */
record JpegHeader(int channels, boolean jfif, int adobe, boolean thinned) {

	private static final int START = 0xffd8, FIRST_FRAME = 0xffc0, LAST_FRAME = 0xffc2, APP0 = 0xffe0, APP14 = 0xffee;

	/** @throws IOException if there is none, or of a kind beside baseline, extended and progressive */
	static JpegHeader of(Path file) throws IOException {
		try (DataInputStream stream = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			if (stream.readUnsignedShort() != START) throw new IOException(file + " is no JPEG");
			boolean jfif = false;
			int adobe = -1;
			while (true) {
				int marker = stream.readUnsignedShort();
				byte[] segment = new byte[Math.max(0, stream.readUnsignedShort() - Short.BYTES)];
				stream.readFully(segment);
				if (marker == APP0 && begins(segment, "JFIF")) jfif = true;
				if (marker == APP14 && begins(segment, "Adobe") && segment.length > 11) adobe = segment[11];
				if (marker >= FIRST_FRAME && marker <= LAST_FRAME && segment.length > 7) return new JpegHeader(segment[5], jfif, adobe, segment[7] != 0x11);
				if (marker >> 8 != 0xff || marker >= FIRST_FRAME && marker <= 0xffcf && marker != 0xffc4) throw new IOException(file + " has the marker " + marker);
			}
		}
	}

	private static boolean begins(byte[] segment, String name) {
		return new String(segment, StandardCharsets.ISO_8859_1).startsWith(name);
	}

	/** Whether all decoders agree on what the numbers mean: grey, or YCbCr. */
	boolean isPlain() {
		return channels == 1 || channels == 3 && (adobe == 1 || adobe < 0 && (jfif || thinned));
	}
}

package tintype.train;

import java.util.Locale;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens to what a reader complains of. The JPEG reader fills what is missing
 * of a file with grey and only warns; others throw.
 */
final class Losses implements IIOReadWarningListener {

	private boolean cutShort;

	Losses(ImageReader reader) {
		reader.addIIOReadWarningListener(this);
	}

	@Override
	public void warningOccurred(ImageReader source, String warning) {
		// libjpeg's own words, in no other language; a missing end marker alone costs no pixel
		if (warning.toLowerCase(Locale.ROOT).contains("premature end")) cutShort = true;
	}

	/** Whether pixels were missing. */
	boolean cutShort() {
		return cutShort;
	}
}

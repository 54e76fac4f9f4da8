package tintype.train;

import java.nio.file.Path;
import java.util.Iterator;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;

/** Knows the true picture, by its turn. */
final class Oracle implements Colouring {

	private final Iterator<Path> files;

	Oracle(Path folder) {
		files = PhotoFolder.of(folder).files().iterator();
	}

	@Override
	public ArrayImg<ARGBType, IntArray> rgb(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		Photo truth = Pictures.read(files.next());
		return ArrayImgs.argbs(truth.rgb(), truth.width(), truth.height());
	}
}

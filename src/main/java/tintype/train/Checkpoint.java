package tintype.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

import tintype.TintypeException;
import tintype.nn.WholeFile;

/**
 * All that a run cut short needs to go on as if it had never stopped. Batches
 * and what activations draw follow from the seed and the number of the step, so
 * no state of a random generator is among it.
 *
 * @param settings of the run, as text
 * @param pictures a fingerprint of the pictures of the run
 * @param day      on which it began, ISO 8601
 * @param length   of the run; null while the clock still measures it
 * @param step     training steps done
 * @param lossSum  of the steps of the epoch at hand
 * @param seconds  of work so far
 * @param rows     of the epochs done, without previews
 * @param weights  of the network
 * @param averages moving averages of the weights; empty if there are none
 * @param moments  of Adam
 */
record Checkpoint(String settings, String pictures, String day, RunLength length, long step, double lossSum, double seconds,
	List<TrainingLog.Row> rows, float[] weights, float[] averages, float[] moments)
{

	private static final int MAGIC = 0x54544350; // TTCP
	private static final int VERSION = 2;
	private static final int MOST_ROWS = 1 << 20;

	/** Where the checkpoint of a model is. */
	static Path file(Path model) {
		return model.resolveSibling(model.getFileName() + ".checkpoint");
	}

	/** @throws TintypeException if there is one and it can't be deleted */
	static void delete(Path model) {
		try {
			Files.deleteIfExists(file(model));
		}
		catch (IOException e) {
			throw new TintypeException("The file " + file(model) + " is of no more use but can't be deleted: delete it yourself.", e);
		}
	}

	/** @throws TintypeException if the disk is full; the checkpoint before stays */
	void write(Path file) {
		try {
			WholeFile.write(file, this::write);
		}
		catch (IOException e) {
			throw new TintypeException("The state of the training can't be written to " + file + //
				": make space on the disk and start the same training again, it goes on from the state before.", e);
		}
	}

	private void write(OutputStream stream) throws IOException {
		CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
		DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked));
		out.writeInt(MAGIC);
		out.writeInt(VERSION);
		out.writeUTF(settings);
		out.writeUTF(pictures);
		out.writeUTF(day);
		out.writeInt(length == null ? 0 : length.epochs());
		out.writeInt(length == null ? 0 : length.steps());
		out.writeLong(step);
		out.writeDouble(lossSum);
		out.writeDouble(seconds);
		out.writeInt(rows.size());
		for (TrainingLog.Row row : rows)
			write(row, out);
		write(weights, out);
		write(averages, out);
		write(moments, out);
		out.flush();
		out.writeLong(checked.getChecksum().getValue());
		out.flush();
	}

	/**
	 * Reads a checkpoint that belongs to a run.
	 *
	 * @param weights  number of weights that the run's network has; no more is allocated
	 * @param averages number of their moving averages
	 * @param moments  number of moments of its Adam
	 * @throws TintypeException if the file is damaged or of another run
	 */
	static Checkpoint read(Path file, String settings, String pictures, int weights, int averages, int moments) {
		try (CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32())) {
			DataInputStream in = new DataInputStream(checked);
			if (in.readInt() != MAGIC || in.readInt() != VERSION) throw new IOException("It is no checkpoint of this version");
			requireEqual(file, "settings", settings, in.readUTF());
			requireEqual(file, "pictures", pictures, in.readUTF());
			String day = in.readUTF();
			int epochs = in.readInt(), steps = in.readInt();
			Checkpoint checkpoint = new Checkpoint(settings, pictures, day, epochs == 0 ? null : new RunLength(epochs, steps),
				in.readLong(), in.readDouble(), in.readDouble(), rows(in), floats(in, weights), floats(in, averages), floats(in, moments));
			long sum = checked.getChecksum().getValue();
			if (in.readLong() != sum) throw new IOException("Its checksum is wrong");
			return checkpoint;
		}
		catch (IOException e) {
			throw new TintypeException("The state of an unfinished training, " + file + //
				", is damaged: switch Resume off to begin again, or choose another output.", e);
		}
	}

	private static void requireEqual(Path file, String what, String wanted, String found) {
		if (!wanted.equals(found)) throw new TintypeException("There is an unfinished training with other " + what + ", " + file + //
			": go on with its " + what + ", switch Resume off to begin again, or choose another output.");
	}

	private static List<TrainingLog.Row> rows(DataInputStream in) throws IOException {
		int count = in.readInt();
		if (count < 0 || count > MOST_ROWS) throw new IOException("It claims " + count + " epochs");
		List<TrainingLog.Row> rows = new ArrayList<>();
		for (int i = 0; i < count; i++)
			rows.add(row(in));
		return rows;
	}

	private static void write(TrainingLog.Row row, DataOutputStream out) throws IOException {
		out.writeInt(row.epoch());
		out.writeInt(row.epochs());
		out.writeLong(row.step());
		out.writeBoolean(row.best());
		Scores scores = row.validation();
		for (double number : new double[] { row.loss(), row.validationLoss(), scores.auc(), scores.rebalancedAuc(),
			scores.colourfulnessRatio(), scores.psnr(), scores.fullyRebalancedAuc(), scores.ssim(), scores.colourfulness(),
			scores.trueColourfulness(), scores.chromaCorrelation(), scores.lightnessDifference(), row.temperature(), row.minutes(),
			row.minutesLeft(), row.patchesPerSecond(), row.picturesPerSecond(), row.waiting() })
			out.writeDouble(number);
	}

	private static TrainingLog.Row row(DataInputStream in) throws IOException {
		int epoch = in.readInt(), epochs = in.readInt();
		long step = in.readLong();
		boolean best = in.readBoolean();
		double loss = in.readDouble(), validationLoss = in.readDouble();
		Scores scores = new Scores(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
			in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
		return new TrainingLog.Row(epoch, epochs, step, loss, validationLoss, scores, in.readDouble(), best, in.readDouble(),
			in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), List.of());
	}

	private static void write(float[] values, DataOutputStream out) throws IOException {
		out.writeInt(values.length);
		for (float value : values)
			out.writeFloat(value);
	}

	private static float[] floats(DataInputStream in, int expected) throws IOException {
		int count = in.readInt();
		if (count != expected) throw new IOException("It holds " + count + " numbers instead of " + expected);
		float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = in.readFloat();
		return values;
	}
}

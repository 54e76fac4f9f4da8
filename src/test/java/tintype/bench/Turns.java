package tintype.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets a contender do what an {@link Opponent} asks for, a line on the standard
 * input each, until that ends.
 */
final class Turns {

	/** Starts each answer; native libraries write other lines to the same stream. */
	static final String ANSWER = "= ";

	private Turns() {}

	/** Introduces the contender, then answers each question with one line. */
	static void take(Contender contender) throws IOException {
		PrintStream out = System.out;
		out.println(ANSWER + contender.description());
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String[] words = line.split(" ", 2);
			out.println(ANSWER + switch (words[0]) {
				case Opponent.STEPS -> steps(contender, Integer.parseInt(words[1]));
				case Opponent.PARAMETERS -> write(contender, Path.of(words[1]));
				case Opponent.MEMORY -> peakMemory();
				default -> throw new IllegalArgumentException(line);
			});
		}
	}

	/** Seconds for so many steps, and the loss of the last. */
	private static String steps(Contender contender, int count) {
		double loss = Double.NaN;
		long start = System.nanoTime();
		for (int i = 0; i < count; i++)
			loss = contender.step();
		return (System.nanoTime() - start) * 1e-9 + " " + loss;
	}

	private static String write(Contender contender, Path file) throws IOException {
		TrainingTask.writeArrays(file, contender.parameters());
		return file.toString();
	}

	/** The most memory this process ever held, in kB; NaN where the system does not tell. */
	private static String peakMemory() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) return "NaN";
		for (String line : Files.readAllLines(status))
			if (line.startsWith("VmHWM:")) return line.replaceAll("\\D", "");
		return "NaN";
	}
}

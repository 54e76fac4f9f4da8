package tintype.nn;

import net.imglib2.type.numeric.ARGBType;

import org.nd4j.linalg.factory.Nd4j;

import tintype.Progress;

/** Colours a small picture and prints what it ran on; see {@link BackendTest}. */
public final class HostedPrediction {

	private HostedPrediction() {}

	public static void main(String[] args) {
		int edge = Integer.parseInt(args[0]);
		long colours = 0;
		for (ARGBType pixel : new Prediction(TestModels.untrained(), new Decoding(0.38, 1, 0.5)).rgb(TestModels.picture(edge, edge), Progress.NONE))
			colours += pixel.get() & 0xffffff;
		System.out.println("colours " + colours);
		System.out.println("device " + Backend.description());
		System.out.println("loader " + Nd4j.class.getClassLoader().getClass().getSimpleName());
		System.out.println("maxbytes " + System.getProperty("org.bytedeco.javacpp.maxbytes"));
		System.out.println("maxphysicalbytes " + System.getProperty("org.bytedeco.javacpp.maxphysicalbytes"));
	}
}

package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/** Kernels side by side, each for its own share of the channels, as DeepLearning4J's convolutions know no groups. */
record Grouped(List<Kernel.OfOne> kernels) implements Kernel.OfOne {

	private static final int CHANNEL = 1;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		List<INDArray> outputs = new ArrayList<>();
		try {
			for (int group = 0; group < kernels.size(); group++)
				try (INDArray own = part(x, group)) {
					outputs.add(kernels.get(group).forward(own, phase));
				}
			return Parts.joined(outputs, CHANNEL);
		}
		finally {
			outputs.forEach(INDArray::close);
		}
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		List<INDArray> ofInputs = new ArrayList<>();
		try {
			for (int group = 0; group < kernels.size(); group++)
				try (INDArray own = part(x, group); INDArray ofOwn = part(ofOutput, group)) {
					ofInputs.add(kernels.get(group).backward(own, ofOwn));
				}
			return Parts.joined(ofInputs, CHANNEL);
		}
		finally {
			ofInputs.forEach(INDArray::close);
		}
	}

	private INDArray part(INDArray x, int group) {
		long share = x.size(CHANNEL) / kernels.size();
		return Parts.of(x, CHANNEL, group * share, share);
	}

	@Override
	public void close() {
		kernels.forEach(Kernel::close);
	}
}

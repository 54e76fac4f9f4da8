package tintype.nn;

import java.util.concurrent.CancellationException;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;

/**
 * One way through a network as after training, up to its logits. Each map is
 * freed when the last vertex that reads it is done, so that a chain never holds
 * more than two.
 */
final class ForwardPass {

	private final GraphVertex[] vertices;
	private final INDArray[] maps;
	private final int[] readers;

	private ForwardPass(ComputationGraph network) {
		vertices = network.getVertices();
		maps = new INDArray[vertices.length];
		readers = new int[vertices.length];
		for (GraphVertex vertex : vertices)
			for (VertexIndices source : inputs(vertex))
				readers[source.getVertexIndex()]++;
	}

	/**
	 * @param network  with one input, and a loss layer that reads the logits as its
	 *                 one output
	 * @param input    [batch, channel, y, x], closed by this
	 * @param progress asked before each vertex whether to go on
	 * @return logits [batch, bin, y, x], to be closed by the caller
	 * @throws CancellationException when the caller cancels; nothing is left
	 *                               allocated
	 */
	static INDArray logits(ComputationGraph network, INDArray input, Progress progress) {
		ForwardPass pass = new ForwardPass(network);
		try {
			return pass.run(network.topologicalSortOrder(), input, progress);
		}
		finally {
			pass.close();
		}
	}

	private INDArray run(int[] order, INDArray input, Progress progress) {
		maps[order[0]] = input;
		for (int i = 1; i < order.length - 1; i++) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			step(vertices[order[i]]);
		}
		int last = order[order.length - 2];
		INDArray logits = maps[last];
		maps[last] = null;
		return logits;
	}

	private void step(GraphVertex vertex) {
		LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
		try {
			for (int i = 0; i < inputs(vertex).length; i++)
				vertex.setInput(i, maps[inputs(vertex)[i].getVertexIndex()], workspaces);
			maps[vertex.getVertexIndex()] = vertex.doForward(false, workspaces);
		}
		finally {
			if (vertex.hasLayer()) vertex.getLayer().clear();
			vertex.clear();
		}
		for (VertexIndices source : inputs(vertex))
			release(source.getVertexIndex(), maps[vertex.getVertexIndex()]);
	}

	/** Some vertices work in place; then their input is their output and lives on as that. */
	private void release(int source, INDArray output) {
		boolean same = output.data().address() == maps[source].data().address();
		if (--readers[source] == 0) {
			if (!same) maps[source].close();
			maps[source] = null;
		}
		else if (same) throw new IllegalStateException("Vertex " + vertices[source].getVertexName() + " is changed while another one needs it");
	}

	private static VertexIndices[] inputs(GraphVertex vertex) {
		return vertex.isInputVertex() ? new VertexIndices[0] : vertex.getInputVertices();
	}

	private void close() {
		for (INDArray map : maps)
			if (map != null && map.closeable()) map.close();
	}
}

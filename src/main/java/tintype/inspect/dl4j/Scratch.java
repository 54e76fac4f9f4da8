package tintype.inspect.dl4j;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where ND4J puts the arrays that are made while this is open. They are freed when the
 * outermost of them on this thread closes, not when a garbage collection comes.
 */
final class Scratch implements AutoCloseable {

	private static final String NAME = "tintype inspector";

	private final boolean outermost = !Nd4j.getWorkspaceManager().checkIfWorkspaceExistsAndActive(NAME);
	private final MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration(), NAME);

	/** Keeps no block of its own: each array is one allocation. */
	private static WorkspaceConfiguration configuration() {
		return WorkspaceConfiguration.builder().initialSize(0).policyLearning(LearningPolicy.NONE).policyAllocation(AllocationPolicy.STRICT) //
			.policySpill(SpillPolicy.EXTERNAL).build();
	}

	/** For a layer whose arrays of some types are to outlive this. */
	LayerWorkspaceMgr keeping(ArrayType... types) {
		LayerWorkspaceMgr.Builder workspaces = LayerWorkspaceMgr.builder();
		for (ArrayType type : types)
			workspaces.noWorkspaceFor(type);
		return workspaces.defaultWorkspace(NAME, configuration()).build();
	}

	@Override
	public void close() {
		workspace.close();
		if (outermost) Nd4j.getWorkspaceManager().destroyWorkspace(workspace);
	}
}

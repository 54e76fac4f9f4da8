package tintype.inspect.dl4j;

import java.util.List;

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

	private static final String NAME = "tintype inspector", LOOP = "tintype inspector loop";

	/** Null within another: to enter a workspace again from the loop's would empty it. */
	private final MemoryWorkspace workspace = Nd4j.getWorkspaceManager().checkIfWorkspaceExistsAndActive(NAME) ? null //
		: Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration(), NAME);

	/** Keeps no block of its own: each array is one allocation. */
	private static WorkspaceConfiguration configuration() {
		return WorkspaceConfiguration.builder().initialSize(0).policyLearning(LearningPolicy.NONE).policyAllocation(AllocationPolicy.STRICT) //
			.policySpill(SpillPolicy.EXTERNAL).build();
	}

	/** For a layer whose arrays of some types are to outlive this. Recurrent layers open and close another within it for each time. */
	LayerWorkspaceMgr keeping(ArrayType... types) {
		LayerWorkspaceMgr.Builder workspaces = LayerWorkspaceMgr.builder();
		for (ArrayType type : types)
			workspaces.noWorkspaceFor(type);
		for (ArrayType type : List.of(ArrayType.RNN_FF_LOOP_WORKING_MEM, ArrayType.RNN_BP_LOOP_WORKING_MEM))
			workspaces.with(type, LOOP, configuration());
		return workspaces.defaultWorkspace(NAME, configuration()).build();
	}

	@Override
	public void close() {
		if (workspace == null) return;
		workspace.close();
		Nd4j.getWorkspaceManager().destroyWorkspace(workspace);
		if (Nd4j.getWorkspaceManager().checkIfWorkspaceExists(LOOP))
			Nd4j.getWorkspaceManager().destroyWorkspace(Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(LOOP));
	}
}

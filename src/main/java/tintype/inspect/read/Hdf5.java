package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.jhdf.AbstractNode;
import io.jhdf.Constants;
import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.LinkInfoMessage;

import tintype.TintypeException;
import tintype.inspect.Tensor;

/**
 * An HDF5 file in memory: its groups, texts and numbers. Only what is asked for is
 * read. Links to other places and other files are not followed.
 */
final class Hdf5 {

	private final String source;
	private final Allowance allowance;
	private final HdfFile file;

	/**
	 * @param bytes  of the file; not copied
	 * @param source what to call it in messages
	 * @throws TintypeException if it is damaged
	 */
	Hdf5(byte[] bytes, String source, Allowance allowance) {
		this.source = source;
		this.allowance = allowance;
		file = guarded(() -> HdfFile.fromBytes(bytes));
	}

	/** Whether there is a group or a dataset under a path such as "a/b"; "" is the whole file. */
	boolean has(String path) {
		return node(path) != null;
	}

	/**
	 * One text of a group.
	 *
	 * @return null if there is none
	 */
	String text(String path, String attribute) {
		List<String> texts = values(path, attribute);
		return texts == null || texts.isEmpty() ? null : texts.get(0);
	}

	/**
	 * The list of texts of a group. One that is too long for HDF5 is in parts: name0, name1, ...
	 *
	 * @return null if there is none
	 */
	List<String> texts(String path, String attribute) {
		List<String> whole = values(path, attribute);
		if (whole != null) return whole;
		List<String> all = values(path, attribute + 0);
		for (int part = 1; all != null; part++) {
			List<String> more = values(path, attribute + part);
			if (more == null) break;
			all = new ArrayList<>(all);
			all.addAll(more);
		}
		return all;
	}

	private List<String> values(String path, String attribute) {
		Node node = node(path);
		if (node == null) return null;
		return guarded(() -> {
			ObjectHeader header = header(node);
			if (header.hasMessageOfType(AttributeInfoMessage.class)) refuseIndex(header.getMessageOfType(AttributeInfoMessage.class).getFractalHeapAddress());
			Attribute found = node.getAttribute(attribute);
			if (found == null) return null;
			allowance.take(found.getSizeInBytes());
			Object data = found.getData();
			if (data instanceof String text) return List.of(text);
			return data instanceof String[] texts ? List.of(texts) : null;
		});
	}

	/** The names in a group, none if there is no such group. */
	List<String> children(String path) {
		return node(path) instanceof Group group ? guarded(() -> List.copyOf(links(group).getChildren().keySet())) : List.of();
	}

	/**
	 * A weight of a layer, not yet read.
	 *
	 * @return null if there is no dataset under this path
	 */
	UnreadWeight weight(String path) {
		if (!(node(path) instanceof Dataset dataset)) return null;
		return new UnreadWeight() {

			@Override
			public String name() {
				return path;
			}

			@Override
			public int[] shape() {
				return guarded(dataset::getDimensions);
			}

			@Override
			public Tensor read() {
				return guarded(() -> new Tensor(dataset.getDimensions(), Hdf5Numbers.of(dataset, allowance)));
			}
		};
	}

	private Node node(String path) {
		return guarded(() -> {
			Node node = file;
			for (String name : path.split("/")) {
				if (name.isEmpty()) continue;
				node = node instanceof Group group ? links(group).getChild(name) : null;
				if (node == null || node.isLink()) return null;
			}
			return node;
		});
	}

	/** The same group, once it is known that its links are where they cost what they are. */
	private Group links(Group group) {
		ObjectHeader header = header(group);
		if (header.hasMessageOfType(LinkInfoMessage.class)) refuseIndex(header.getMessageOfType(LinkInfoMessage.class).getBTreeNameIndexAddress());
		return group;
	}

	private ObjectHeader header(Node node) {
		Node itself = node == file ? file.getNodeByAddress(file.getAddress()) : node;
		return ((AbstractNode) itself).getHeader();
	}

	/** Indices of HDF5 1.8: jhdf believes the counts in them before it has seen as many entries. */
	private void refuseIndex(long address) {
		if (address != Constants.UNDEFINED_ADDRESS) throw new TintypeException(source + //
			" uses a newer layout of HDF5 than Keras does: save the model again with model.save().");
	}

	/** All that jhdf throws at damaged files is one sentence. */
	private <T> T guarded(Supplier<T> read) {
		try {
			return read.get();
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			throw sentence(e);
		}
	}

	/** jhdf wraps what went wrong, ours too. */
	private TintypeException sentence(Throwable e) {
		for (Throwable cause = e; cause != null; cause = cause.getCause())
			if (cause instanceof TintypeException ours) return ours;
		return new TintypeException(source + " is damaged or cut off, as far as HDF5 goes: save the model again, or copy the file again.", e);
	}
}

package tintype.inspect.read;

import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * Tells what is Keras's own from what somebody added. Of the latter a file has only
 * the name: what it computes is Python code elsewhere.
 */
final class Foreign {

	private Foreign() {}

	/** Whether an object of a description, with its class and module, is not Keras's own. */
	static boolean is(JsonNode object) {
		String module = object.path("module").asText("");
		boolean known = module.isEmpty() || module.equals("null") || module.equals("builtins") || module.startsWith("keras") //
			|| module.startsWith("tf_keras") || module.startsWith("tensorflow");
		String registered = object.path("registered_name").asText("");
		return !known || registered.contains(">") || object.path("class_name").asText("").contains(">");
	}
}

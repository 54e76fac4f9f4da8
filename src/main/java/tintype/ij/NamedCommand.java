package tintype.ij;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.parse.Item;
import org.scijava.parse.Items;
import org.scijava.parse.ParseService;

import ij.ImagePlus;
import tintype.TintypeException;

/** A command as the command line names it, with its inputs. */
final class NamedCommand {

	private NamedCommand() {}

	/**
	 * Finds a command and sets its inputs; what is not named has its default.
	 *
	 * @param name   label, class or simple class name
	 * @param inputs {@code key=value, key="text"}; may be empty
	 * @throws TintypeException if there is no such command or input
	 */
	static CommandRun prepare(Context context, String name, String inputs) {
		CommandRun run = new CommandRun(context, commandClass(context, name));
		Map<String, String> values = values(context, inputs);
		InputValues.fill(run.module(), values);
		for (ModuleItem<?> item : InputValues.chosen(run.module().getInfo()))
			if (item.getType() == ImagePlus.class && item.isRequired() && !run.module().isInputResolved(item.getName()))
				throw new TintypeException(run.module().getInfo().getTitle() + " needs an image; add " +
					InputValues.key(item) + "=\"picture.tif\".");
		return run;
	}

	private static String commandClass(Context context, String name) {
		List<CommandInfo> commands = context.service(CommandService.class).getCommands().stream()
			.filter(InputValues::ours).toList();
		for (CommandInfo info : commands) {
			String type = info.getDelegateClassName();
			if (name.equals(type) || name.equals(info.getTitle()) || type.endsWith("." + name)) return type;
		}
		throw new TintypeException("There is no command \"" + name + "\"; take one of " +
			commands.stream().map(CommandInfo::getTitle).sorted().collect(Collectors.joining(", ")) + ".");
	}

	/** Reads {@code key=value, key="text"} as Fiji does. */
	private static Map<String, String> values(Context context, String inputs) {
		Map<String, String> values = new LinkedHashMap<>();
		if (inputs.isBlank()) return values;
		for (Item item : items(context, inputs)) {
			if (item.name() == null) throw unreadable(inputs, null);
			values.put(item.name().toLowerCase(Locale.ROOT), String.valueOf(item.value()));
		}
		return values;
	}

	private static Items items(Context context, String inputs) {
		try {
			return context.service(ParseService.class).parse(inputs);
		}
		catch (IllegalArgumentException | IllegalStateException e) {
			throw unreadable(inputs, e);
		}
	}

	private static TintypeException unreadable(String inputs, Exception cause) {
		return new TintypeException("The inputs " + inputs +
			" cannot be read; write them as 'temperature=0.38, model=\"default\"'.", cause);
	}
}

using System.CommandLine;
using System.Text.RegularExpressions;
using Territory.Cli.Commands;
using Territory.Cli.Expansion;
using Territory.Cli.Output;
using Territory.Contracts;
using Territory.Journal;
using Territory.Model.Problems;

namespace Territory.Cli;

/// <summary>The <c>territory</c> command: parses a line, runs it, and turns every failure into its exit status.</summary>
internal static partial class CommandLine
{
    /// <summary>Runs a command line of this process, which takes the data directory it needs or passes the line to the instance that has it.</summary>
    public static Task<int> RunAsync(string[] arguments, IConsole console, CancellationToken cancellationToken) =>
        RunAsync(arguments, console, TerritoryAccess.OfThisProcess, cancellationToken);

    public static async Task<int> RunAsync(string[] arguments, IConsole console, TerritoryAccess access, CancellationToken cancellationToken)
    {
        var parsed = Root(console, access).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                console.Error(InWords(error.Message));
            console.Error("Run 'territory --help' for the commands, or 'territory COMMAND --help' for one of them.");
            return ExitStatus.WrongArguments;
        }

        try
        {
            using var output = new LineWriter(console.Result);
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (InvalidInputException refused)
        {
            foreach (var problem in refused.Problems)
                console.Error(problem.ToString());
            return ExitStatus.Refused;
        }
        catch (JournalUnusableException refused)
        {
            console.Error(refused.Message);
            return ExitStatus.Refused;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Error("Interrupted.");
            return ExitStatus.Interrupted;
        }
        catch (OutcomeUnknownException failure)
        {
            // The disk's failure, not this program's.
            console.Error(failure.Message);
            return ExitStatus.InternalFailure;
        }
        catch (Exception failure)
        {
            console.Error($"Internal failure: {failure.GetType().Name}: {failure.Message}");
            if (Environment.GetEnvironmentVariable("TERRITORY_TRACE") is not null)
                console.Error(failure.ToString());
            else
                console.Error("Set TERRITORY_TRACE=1 to see where, and please report it.");
            return ExitStatus.InternalFailure;
        }
    }

    /// <summary>The parser names the type it could not read a value as; a reader wants to know what to write.</summary>
    private static string InWords(string message) => ExpectedType().Replace(message, match => match.Groups["type"].Value switch
    {
        "System.Int32" or "System.Int64" => ": a whole number is expected",
        "System.Double" => ": a number is expected",
        "System.DateOnly" => ": a day is expected, for example 2026-12-01",
        _ => "",
    });

    [GeneratedRegex(@" as expected type '(System\.Nullable`1\[)?(?<type>[^'\]]*)\]?'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExpectedType();

    private static RootCommand Root(IConsole console, TerritoryAccess access)
    {
        var root = new RootCommand("Territory plans and follows the distribution to many small shops.");
        var shared = new SharedOptions();
        shared.AddTo(root);
        var context = new CommandContext(console, access, shared);
        root.Add(UpCommand.Create(context));
        root.Add(RegionCommand.Create(context));
        root.Add(OutletsCommand.Create(context));
        root.Add(RoadsCommand.Create(context));
        root.Add(SolveCommand.Create(context));
        root.Add(CheckCommand.Create(context));
        root.Add(PlanCommand.Create(context));
        root.Add(SimulateCommand.Create(context));
        root.Add(CalibrateCommand.Create(context));
        root.Add(VerifyCommand.Create(context));
        root.Add(ExpandCommand.Create(context));
        root.Add(BackupCommand.Create(context));
        root.Add(RestoreCommand.Create(context));
        root.Add(VerifyJournalCommand.Create(context));
        root.Add(LoadCommand.Create(context));
        return root;
    }
}

using System.Text.Json.Nodes;
using Territory.Cli.Output;

namespace Territory.Cli.Tests;

/// <summary>One command line run in this process with what it printed.</summary>
internal sealed class CommandRun : IConsole
{
    private readonly List<string> results = [];
    private readonly List<string> errors = [];

    private CommandRun(string workingDirectory) => WorkingDirectory = workingDirectory;

    public string WorkingDirectory { get; }

    public int Exit { get; private set; }

    public IReadOnlyList<string> Errors => errors;

    public JsonObject Result => JsonNode.Parse(results.ShouldHaveSingleItem()).ShouldNotBeNull().AsObject();

    public static async Task<CommandRun> OfAsync(string workingDirectory, params string[] arguments)
    {
        var run = new CommandRun(workingDirectory);
        run.Exit = await CommandLine.RunAsync(arguments, run, TestContext.Current.CancellationToken);
        return run;
    }

    /// <summary>A member of the result, which must be there.</summary>
    public JsonNode Of(string member) => Result[member].ShouldNotBeNull($"no \"{member}\" in {Result}");

    public double Number(string member) => Of(member).GetValue<double>();

    public int Whole(string member) => Of(member).GetValue<int>();

    public string Text(string member) => Of(member).GetValue<string>();

    public bool Flag(string member) => Of(member).GetValue<bool>();

    void IConsole.Result(string line)
    {
        lock (results)
            results.Add(line);
    }

    void IConsole.Error(string line)
    {
        lock (errors)
            errors.Add(line);
    }
}

using Territory.Model.Problems;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>VRPLIB texts of tests: a depot at 0 of a line and three stops at 1, 2 and 9, with whatever sections a test adds.</summary>
internal static class VrplibFile
{
    public static string Text(string type, string keys, string sections) =>
        $"NAME: line\nTYPE: {type}\nDIMENSION: 4\nEDGE_WEIGHT_TYPE: EUC_2D\n{keys}\nNODE_COORD_SECTION\n1 0 0\n2 1 0\n3 2 0\n4 9 0\n{sections.ReplaceLineEndings("\n")}\nDEPOT_SECTION\n1\n-1\nEOF\n";

    public static RoutingInstance Read(string text)
    {
        using var file = new TextFile(text);
        return InstanceReader.Read(file.Path);
    }

    public static IReadOnlyList<Problem> Problems(string text) => Should.Throw<InvalidInputException>(() => Read(text)).Problems;

    public static RouteList Solution(string text, RoutingInstance instance)
    {
        using var file = new TextFile(text);
        return RouteListFile.Read(file.Path, instance);
    }

    public static SolutionVerdict Check(string instance, string solution)
    {
        var read = Read(instance);
        return SolutionChecker.Check(read, Solution(solution, read));
    }
}

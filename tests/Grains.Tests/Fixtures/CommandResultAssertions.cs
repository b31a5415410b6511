using Territory.Contracts;

namespace Territory.Grains.Tests.Fixtures;

internal static class CommandResultAssertions
{
    /// <summary>The code, and exactly the figures of docs/refusals.md behind it.</summary>
    public static void ShouldBeRefused(this CommandResult result, string code, params (string Name, string Value)[] detail)
    {
        result.RefusalCode.ShouldBe(code);
        (result.Detail ?? new Dictionary<string, string>()).Select(pair => (pair.Key, pair.Value)).ShouldBe(detail, ignoreOrder: true);
    }

    public static void ShouldBeAccepted(this CommandResult result) => result.RefusalCode.ShouldBeNull();
}

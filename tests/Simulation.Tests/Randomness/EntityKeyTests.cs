using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Randomness;

public sealed class EntityKeyTests
{
    /// <summary>Test vectors of 64-bit FNV-1a from its authors' page.</summary>
    [Theory]
    [InlineData("", 0xcbf29ce484222325UL)]
    [InlineData("a", 0xaf63dc4c8601ec8cUL)]
    [InlineData("foobar", 0x85944171f73967e8UL)]
    public void Of_Text_IsFnv1a(string text, ulong expected) => EntityKey.Of(text).Value.ShouldBe(expected);

    [Fact]
    public void With_ManyPairs_GivesDistinctKeysThatDependOnTheirOrder()
    {
        var seen = new HashSet<EntityKey>();
        for (var a = 0; a < 300; a++)
        {
            for (var b = 0; b < 300; b++)
                seen.Add(EntityKey.Of($"T{a}").With(EntityKey.Of($"P{b}"))).ShouldBeTrue();
        }

        EntityKey.Of("x").With(EntityKey.Of("y")).ShouldNotBe(EntityKey.Of("y").With(EntityKey.Of("x")));
    }
}

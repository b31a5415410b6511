using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Randomness;

public sealed class CommandIdentityTests
{
    private static readonly DateOnly Date = new(2025, 3, 3);

    [Fact]
    public void For_ManyCommands_GivesDistinctCustomUuids()
    {
        var seen = new HashSet<Guid>();
        for (var entity = 0; entity < 200; entity++)
        {
            for (var number = 0; number < 50; number++)
            {
                var id = CommandIdentity.For(1, DrawPurpose.SettleCommand, EntityKey.Of($"T{entity}"), Date, number).Value;
                seen.Add(id).ShouldBeTrue();
                id.Version.ShouldBe(8);
                (id.Variant & 0xC).ShouldBe(0x8);
            }
        }
    }

    [Fact]
    public void For_SameCommand_GivesTheSameId() =>
        CommandIdentity.For(1, DrawPurpose.DeliverCommand, EntityKey.Of("V1"), Date, 2)
            .ShouldBe(CommandIdentity.For(1, DrawPurpose.DeliverCommand, EntityKey.Of("V1"), Date, 2));
}

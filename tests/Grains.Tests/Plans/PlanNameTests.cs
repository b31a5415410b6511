using Territory.Contracts;
using Territory.Contracts.Plans;
using static Territory.Grains.Tests.Plans.DispatchScene;

namespace Territory.Grains.Tests.Plans;

public sealed class PlanNameTests
{
    [Fact]
    public async Task Name_GivenToAnyVersion_StandsInTheHistoryAndChangesNothingElse()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var second = await scene.EditAsync(Ann, 1, Hold(1));
        var before = (await scene.Plan.GetHistory()).Versions;

        (await NameAsync(scene, 1, "  before the road works ")).Accepted.ShouldBeTrue();
        (await NameAsync(scene, 2, "雨天方案")).Accepted.ShouldBeTrue();

        var after = (await scene.Plan.GetHistory()).Versions;
        after.Select(version => version.Name).ShouldBe(["before the road works", "雨天方案"]);
        after.Select(version => version with { Name = null }).ShouldBe(before);
        ContentOf((await scene.Plan.GetVersion(1)).Plan!).ShouldNotBe(ContentOf(second));
        // The working plan is who edits go on from, and a name is no change of it.
        (await scene.EditAsync(Bo, 2, Hold(2))).Version.ShouldBe(3);
        (await scene.Plan.Undo(new UndoEdit(By(Bo), 3))).Outcome.Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Name_GivenAgain_ReplacesTheEarlierOneAndFreesIt()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        await NameAsync(scene, 1, "A");

        (await NameAsync(scene, 1, "B")).Accepted.ShouldBeTrue();
        (await NameAsync(scene, 2, "A")).Accepted.ShouldBeTrue();

        (await scene.Plan.GetHistory()).Versions.Select(version => version.Name).ShouldBe(["B", "A"]);
        await scene.Cluster.CrashAndRestartAsync();
        (await scene.Plan.GetHistory()).Versions.Select(version => version.Name).ShouldBe(["B", "A"]);
    }

    [Theory]
    [InlineData(1, "", "plan.name-empty")]
    [InlineData(1, " \t\u0007 ", "plan.name-empty")]
    [InlineData(1, "12345678901234567890123456789012345678901", "plan.name-too-long")]
    [InlineData(1, "RAIN", "plan.name-taken")]
    [InlineData(9, "fine", "plan.version-unknown")]
    public async Task Name_ThatCannotBe_IsRefusedWithTheReason(int version, string name, string code)
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        await NameAsync(scene, 2, "Rain");

        (await NameAsync(scene, version, name)).RefusalCode.ShouldBe(code);

        (await scene.Plan.GetHistory()).Versions.Select(each => each.Name).ShouldBe([null, "Rain"]);
    }

    [Fact]
    public async Task Name_OnADayWithoutAPlan_IsRefused()
    {
        await using var scene = await StartAsync();

        (await NameAsync(scene, 1, "early")).RefusalCode.ShouldBe("plan.not-made");
    }

    private static Task<CommandResult> NameAsync(DispatchScene scene, int version, string name) =>
        scene.Plan.NameVersion(new NamePlanVersion(By(Ann), version, name));
}

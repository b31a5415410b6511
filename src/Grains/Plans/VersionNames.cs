using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Ids;
using Territory.ReadModel.Plans;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Plans;

/// <summary>Decides on names of versions: any version of the day may have one, no two the same.</summary>
internal static class VersionNames
{
    public const int MostCharacters = 40;

    public static Decision<DeliveryPlanState, CommandResult> Name(DeliveryPlanState? state, NamePlanVersion command, PlanId plan)
    {
        var name = string.Concat((command.Name ?? "").Where(letter => !char.IsControl(letter))).Trim();
        if (Check(state, command.PlanVersion, name) is { } refusal)
            return Decide.Refuse<DeliveryPlanState>(refusal);
        return state!.Versions.Any(version => version.Version == command.PlanVersion && version.Name == name)
            ? Decide.Accept<DeliveryPlanState>()
            : Decide.Accept<DeliveryPlanState>(new DeliveryPlanNamed(plan, command.PlanVersion, name, command.Header.Actor, command.Header.At));
    }

    private static Refusal? Check(DeliveryPlanState? state, int number, string name)
    {
        if (state is null)
            return Refusal.Of("plan.not-made");
        if (state.Versions.All(version => version.Version != number))
            return Refusal.Of("plan.version-unknown", ("version", Text(number)));
        if (name.Length == 0)
            return Refusal.Of("plan.name-empty");
        if (name.Length > MostCharacters)
            return Refusal.Of("plan.name-too-long", ("most", Text(MostCharacters)), ("length", Text(name.Length)));
        return state.Versions.FirstOrDefault(version => version.Version != number && string.Equals(version.Name, name, StringComparison.OrdinalIgnoreCase)) is { } other
            ? Refusal.Of("plan.name-taken", ("name", name), ("version", Text(other.Version)))
            : null;
    }
}

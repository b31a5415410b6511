using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What a working day of a region's vehicles costs, in minor units: every vehicle's day, and the kilometres driven.</summary>
public static class VehicleDayRule
{
    public static long Cost(LabFleet fleet, double kilometres) =>
        (fleet.Vehicles * fleet.CostPerVehicleDay.MinorUnits) + (long)((kilometres * fleet.CostPerKilometre.MinorUnits) + 0.5);
}

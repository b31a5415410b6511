namespace Territory.ReadModel.Actors;

/// <summary>The kinds of actors; each names its streams in the journal ("terminal/T000123") and its rows of state.</summary>
public static class ActorKind
{
    public const string Terminal = "terminal";
    public const string Distributor = "distributor";
    public const string Rep = "rep";
    public const string Vehicle = "vehicle";
    public const string Territory = "territory";
    public const string DeliveryPlan = "delivery-plan";
    public const string VisitPlan = "visit-plan";
    public const string Market = "market";
    public const string DispatchOrder = "dispatch-order";
    public const string DeliveryDay = "delivery-day";
    public const string DeliverySchedule = "delivery-schedule";
    public const string LabScenario = "lab-scenario";
    public const string LabRun = "lab-run";
    public const string LabTemplate = "lab-template";
    public const string LabExpansion = "lab-expansion";
    public const string LabCalibration = "lab-calibration";
    public const string LabCensus = "lab-census";
}

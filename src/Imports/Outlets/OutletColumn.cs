namespace Territory.Imports.Outlets;

/// <summary>What a column of an outlet table holds.</summary>
internal enum OutletColumn
{
    Code,
    Name,
    Alias,
    Kind,
    Class,
    Status,
    Licence,
    Owner,
    Phone,
    Address,
    Longitude,
    Latitude,
    Coordinates,
    Area,
    Visitors,
    OpeningHours,
    DeliveryWindow,
    Distributor,
    Rep,
    VisitsPerCycle,
    MinutesInStore,
    MonthlyVolume,
    Terms,
    CreditLimit,
    Note,
}

namespace Territory.Dashboard.Attachments;

/// <summary>What became of a picture.</summary>
public enum AttachmentPut
{
    Kept,

    /// <summary>Another picture has the id.</summary>
    OtherContent,

    /// <summary>The owner has kept as much as one may on a day.</summary>
    OverQuota,
}

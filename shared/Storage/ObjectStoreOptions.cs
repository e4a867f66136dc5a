using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Storage;

/// <summary>Location of the images.</summary>
public sealed class ObjectStoreOptions : IValidatableObject
{
    /// <summary>A folder (default) or an S3 bucket.</summary>
    [Setting("OBJECT_STORE", "file or s3"), EnumDataType(typeof(ObjectStoreKind))]
    public ObjectStoreKind Kind { get; set; } = ObjectStoreKind.File;

    /// <summary>Folder of all run-time data; images are stored in its folder <c>images</c>. Default <c>./data</c>.</summary>
    [Setting("DATA_DIR", "a folder that can be written"), Required]
    public string DataDirectory { get; set; } = "./data";

    /// <summary>Address of the S3 server; unset for AWS.</summary>
    [Setting("S3_ENDPOINT", "an address such as http://localhost:9000")]
    public Uri? Endpoint { get; set; }

    /// <summary>Region, for signatures.</summary>
    [Setting("S3_REGION", "a region such as us-east-1"), Required]
    public string Region { get; set; } = "us-east-1";

    /// <summary>Bucket; must exist.</summary>
    [Setting("S3_BUCKET", "the name of a bucket")]
    public string? Bucket { get; set; }

    /// <summary>Prefix of keys in the bucket.</summary>
    [Setting("S3_PREFIX", "a prefix such as images/")]
    public string Prefix { get; set; } = "images/";

    /// <summary>Access key; unset to use the credentials of the environment.</summary>
    [Setting("S3_ACCESS_KEY", "an access key id")]
    public string? AccessKey { get; set; }

    /// <summary>Secret of the access key.</summary>
    [Setting("S3_SECRET_KEY", "the secret of the access key")]
    public string? SecretKey { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == ObjectStoreKind.S3 && string.IsNullOrWhiteSpace(Bucket))
        {
            yield return new ValidationResult("is needed with OBJECT_STORE=s3.", [nameof(Bucket)]);
        }

        if (AccessKey is null != SecretKey is null)
        {
            yield return new ValidationResult("needs its other half.", [AccessKey is null ? nameof(AccessKey) : nameof(SecretKey)]);
        }
    }
}

/// <summary>Kinds of object store.</summary>
public enum ObjectStoreKind
{
    /// <summary>Files under <c>DATA_DIR</c>.</summary>
    File,

    /// <summary>An S3-compatible server.</summary>
    S3,
}

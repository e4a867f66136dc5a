using Microsoft.AspNetCore.Http;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>How a request requires a partial upload, and which errors permit one.</summary>
public sealed class PartialRequestTests
{
    [Theory]
    [InlineData("", null, null, false)]
    [InlineData("?partial=true", null, "true", true)]
    [InlineData("?partial=false", null, "false", false)]
    [InlineData("?partial=false", "true", "false", false)]
    [InlineData("?partial=true", "false", "true", true)]
    [InlineData("?other=true", "true", "true", true)]
    public void The_query_is_taken_before_the_field(string query, string? field, string? value, bool isRequested)
    {
        using var form = Form(query, field);

        Assert.Equal(value, form.Fields.GetValueOrDefault("partial"));
        Assert.Equal(isRequested, PartialUpload.IsRequested(form));
        Assert.False(form.Errors.Any);
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("", "")]
    [InlineData("?partial=TRUE", null)]
    [InlineData("?partial=true&partial=true", null)]
    [InlineData("?partial=", "true")]
    public void Any_other_value_is_an_error_of_the_request(string query, string? field)
    {
        using var form = Form(query, field);

        Assert.Equal(["Debe ser true o false"], Details(form).FieldErrors["partial"]);
        Assert.True(form.Errors.IsOfRequest);
        Assert.False(PartialUpload.IsRequested(form));
    }

    [Fact]
    public void A_form_of_one_file_is_never_partial()
    {
        using var form = new UploadForm { IsSingle = true };
        form.AddField("partial", "true"u8);

        Assert.False(PartialUpload.IsRequested(form));
    }

    [Theory]
    [InlineData(null, null, false, true)]
    [InlineData("Archivo vacío", null, false, true)]
    [InlineData("Archivo vacío", "Archivo vacío", false, false)]
    [InlineData("Archivo vacío", null, true, false)]
    public void Files_are_left_out_when_one_is_good_and_the_request_has_no_error(string? first, string? second, bool requestHasError, bool isPartial)
    {
        using var form = new UploadForm();
        form.AddFile("uno.png", SpooledFile.Of("uno.png"), 10, first);
        form.AddFile("dos.png", SpooledFile.Of("dos.png"), 10, second);
        if (requestHasError)
        {
            form.Errors.Field("nombre", "Campo repetido");
        }

        Assert.Equal(isPartial, PartialUpload.TryReject(form));
        Assert.Equal(isPartial && first is not null ? ["uno.png"] : [], form.Rejected.Select(file => file.Name));
    }

    [Fact]
    public void Errors_of_files_and_of_their_fields_are_not_of_the_request()
    {
        using var form = new UploadForm();
        form.AddFile("uno.png", SpooledFile.Of("uno.png"), 10, "Archivo vacío");
        Assert.True(form.Errors.Any);
        form.Errors.Metadata(form.Files[0], "nombre_0", "Campo requerido");
        form.Errors.Metadata(form.Files[0], "nombre_0", "Campo requerido");

        // One error of a field and one of a file.
        Assert.True(form.Errors.Any);
        Assert.False(form.Errors.IsOfRequest);
        Assert.Equal(["Campo requerido"], Details(form).FieldErrors["nombre_0"]);
        Assert.Equal(["Archivo vacío"], Details(form).FileErrors["uno.png"]);
        Assert.Equal("Archivo vacío", form.Files[0].Errors[0]);
        Assert.Equal("nombre_0: Campo requerido", form.Files[0].Errors[1]);
    }

    private static ValidationDetails Details(UploadForm form) => Assert.IsType<ValidationDetails>(form.Errors.ToException().Error.Details);

    private static UploadForm Form(string query, string? field)
    {
        var form = new UploadForm();
        if (field is not null)
        {
            form.AddField("partial", System.Text.Encoding.ASCII.GetBytes(field));
        }

        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        PartialUpload.TakeQuery(context.Request, form);
        return form;
    }
}

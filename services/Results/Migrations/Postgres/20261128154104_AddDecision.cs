using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddDecision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_Date_Amount",
                schema: "results",
                table: "payments");

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                schema: "results",
                table: "results",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Account",
                schema: "results",
                table: "payments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Document",
                schema: "results",
                table: "payments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Amount_Date",
                schema: "results",
                table: "payments",
                columns: new[] { "Amount", "Date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_Amount_Date",
                schema: "results",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "Decision",
                schema: "results",
                table: "results");

            migrationBuilder.DropColumn(
                name: "Account",
                schema: "results",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "Document",
                schema: "results",
                table: "payments");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Date_Amount",
                schema: "results",
                table: "payments",
                columns: new[] { "Date", "Amount" });
        }
    }
}
